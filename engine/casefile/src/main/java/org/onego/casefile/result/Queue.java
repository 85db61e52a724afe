package org.onego.casefile.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.CaseState;

/// A page of a department's open cases.
///
/// @param entries oldest first, unless asked for otherwise
/// @param counts open cases by state, over all pages
public record Queue(List<QueueEntry> entries, Map<CaseState, Long> counts) {
    public Queue {
        entries = List.copyOf(entries);
        counts = Map.copyOf(counts);
    }

    /// @param state only cases in this state, or all open ones when null
    /// @param newestFirst otherwise the case that has waited longest comes first
    /// @param skip entries before this page
    /// @param size entries at most
    public record Filter(@Nullable CaseState state, boolean newestFirst, int skip, int size) {

        public static Filter firstPage() {
            return new Filter(null, false, 0, 50);
        }
    }
}
