package org.onego.casefile.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.CaseRecord.Handler;

/// Which cases of a department, in which order.
///
/// @param items only cases of these items, or of all when null
/// @param text the number begins with it, or the applicant's name contains it; null for all
/// @param dueBefore only cases that are due before this day, or all when null
/// @param skip cases before the page
/// @param limit cases at most
public record CaseQuery(
        String department,
        Handler handler,
        Set<CaseState> states,
        Claim claim,
        @Nullable Set<String> items,
        @Nullable String text,
        @Nullable LocalDate dueBefore,
        Sort sort,
        boolean descending,
        int skip,
        int limit) {

    public CaseQuery {
        states = Set.copyOf(states);
        items = items == null ? null : Set.copyOf(items);
    }

    /// All cases in these states, the one that has waited longest first.
    public static CaseQuery oldestFirst(
            String department, Handler handler, Collection<CaseState> states, int limit) {
        return new CaseQuery(
                department,
                handler,
                Set.copyOf(states),
                new Claim.Any(),
                null,
                null,
                null,
                Sort.RECEIVED,
                false,
                0,
                limit);
    }

    /// Who has it.
    public sealed interface Claim {

        record Any() implements Claim {}

        record Nobody() implements Claim {}

        /// @param id of the clerk's account
        record Of(String id) implements Claim {}
    }

    public enum Sort {
        /// When the department got it.
        RECEIVED,
        /// When it is due; what has no limit comes last.
        DUE,
        NUMBER,
        ITEM,
        STATE
    }
}
