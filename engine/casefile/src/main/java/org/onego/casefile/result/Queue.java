package org.onego.casefile.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.casefile.application.CaseQuery.Sort;
import org.onego.casefile.application.CaseState;

/// A page of a department's cases.
///
/// @param total how many there are over all pages
/// @param counts open cases of the department by state, whatever the filter
/// @param opinions how many opinions are asked of the clerk
/// @param items the items of which the department has cases to handle here, for filtering
public record Queue(
        List<QueueEntry> entries,
        long total,
        Map<CaseState, Long> counts,
        int opinions,
        Map<String, Text> items) {
    public Queue {
        entries = List.copyOf(entries);
        counts = Map.copyOf(counts);
        items = Map.copyOf(items);
    }

    /// Whose cases.
    public enum Scope {
        /// Nobody in the department has them yet.
        GROUP,
        /// The clerk's own.
        MINE,
        /// All open ones of the department.
        ALL,
        /// The citizen has something to put right.
        WITH_CITIZEN,
        /// Ended ones.
        ENDED
    }

    /// @param state only cases in this state, or all of the scope when null
    /// @param item only cases of this item, or of all when null
    /// @param text number or name or item, or null
    /// @param dueBefore only what is due before this day, or all when null
    /// @param skip entries before this page
    /// @param size entries at most
    public record Filter(
            Scope scope,
            @Nullable CaseState state,
            @Nullable String item,
            @Nullable String text,
            @Nullable LocalDate dueBefore,
            Sort sort,
            boolean descending,
            int skip,
            int size) {

        public static Filter firstPage() {
            return of(Scope.ALL);
        }

        public static Filter of(Scope scope) {
            return new Filter(scope, null, null, null, null, Sort.RECEIVED, false, 0, 50);
        }
    }
}
