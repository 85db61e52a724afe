package org.onego.bundle.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long the selected items take together: the longest way through what they need of each other.
/// All numbers are working days from the day after acceptance; corrections and special procedures
/// stop the clock and are not in here.
///
/// @param promised the bundle's promised limit (承诺时限)
/// @param legal the bundle's legal limit (法定时限)
/// @param critical the items that decide the promised limit, in their order
/// @param items selected item → when it is on; an item comes after those it waits for
public record DeadlinePlan(
        int promised, int legal, List<String> critical, Map<String, ItemSpan> items) {
    public DeadlinePlan {
        critical = List.copyOf(critical);
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /// @param after the selected items that it waits for
    public record ItemSpan(Days promised, Days legal, List<String> after) {
        public ItemSpan {
            after = List.copyOf(after);
        }
    }

    /// @param before working days that have gone by when it starts, at the latest
    /// @param until working days that have gone by when it ends, at the latest
    public record Days(int before, int until) {}
}
