package org.onego.bundle.suggest;

import java.util.List;
import java.util.Set;

/// A field as it was understood.
///
/// @param meanings each a way to read it; none where nothing was understood
/// @param about the bundle's subjects that it may be about; `#` and a word for somebody who is none
///   of them
/// @param elsewhere its title speaks of somebody else than the object in which it stands
record Reading(Sketch sketch, List<Meaning> meanings, Set<String> about, boolean elsewhere) {
    Reading {
        meanings = List.copyOf(meanings);
        about = Set.copyOf(about);
    }
}
