package org.onego.casefile.progress;

import java.util.Set;

/// How a process stands.
///
/// @param active ids of the cases whose own process runs
/// @param ended nothing runs any more
public record ProcessSnapshot(Set<String> active, boolean ended) {
    public ProcessSnapshot {
        active = Set.copyOf(active);
    }
}
