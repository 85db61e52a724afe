package org.onego.designer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.pack.Finding;

/// The packages that were read at start.
///
/// @param served ready to be used
/// @param refused package → its findings; the other packages are served all the same
public record PackageShelf(List<PublishedBundle> served, Map<String, List<Finding>> refused) {
    public PackageShelf {
        served = List.copyOf(served);
        refused = Map.copyOf(refused);
    }

    public Optional<PublishedBundle> find(String id) {
        return served.stream()
                .filter(bundle -> bundle.compiled().info().id().equals(id))
                .findFirst();
    }
}
