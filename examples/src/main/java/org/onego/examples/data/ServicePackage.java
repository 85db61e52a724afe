package org.onego.examples.data;

import java.util.List;

/// A package as the host app shows it: one tile, and the sample citizens to log in as.
public record ServicePackage(
        String id,
        String title,
        String shortTitle,
        String summary,
        String region,
        List<Persona> personas) {

    public ServicePackage {
        personas = List.copyOf(personas);
    }
}
