package org.onego.casefile.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an application as a whole stands: the longest way through what its items need of each other.
///
/// @param promised 承诺时限 of the whole, in working days
/// @param legal 法定时限 of the whole
/// @param critical the items that decide it, in their order
/// @param expected by when everything has ended at the latest, if each department keeps its promise
///   from today on; null when nothing is open
/// @param assumed a year in between is not announced yet: the day may still move
public record WholeClock(
        int promised,
        int legal,
        List<String> critical,
        @Nullable LocalDate expected,
        boolean assumed) {
    public WholeClock {
        critical = List.copyOf(critical);
    }
}
