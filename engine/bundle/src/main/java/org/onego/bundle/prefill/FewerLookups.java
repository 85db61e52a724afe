package org.onego.bundle.prefill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Searches for a smaller choice of look-ups: branch and bound, over the question that the fewest
/// look-ups answer. Choosing the fewest is hard in general; what packages ask for is small, and
/// mostly settled at the first bound. The search ends in any case after [#LOOKS] at a look-up: 500
/// choices among 20, fewer among more.
final class FewerLookups {

    private static final int LOOKS = 10_000;

    private final long known;
    private final List<Candidate> usable;
    private final List<Candidate> sunk;
    private final QuestionSet wanted;
    private final List<Answering> answering;
    private List<Candidate> best = List.of();
    private int looks;

    FewerLookups(long known, List<Candidate> usable, Set<Candidate> sunk, QuestionSet wanted) {
        this.known = known;
        this.usable = usable;
        this.sunk = usable.stream().filter(sunk::contains).toList();
        this.wanted = wanted;
        this.answering =
                wanted.stream()
                        .mapToObj(question -> new Answering(question, answering(question)))
                        .sorted(Comparator.comparingInt(each -> each.lookups().size()))
                        .toList();
    }

    /// The look-ups that answer a question.
    private record Answering(int question, List<Candidate> lookups) {}

    private List<Candidate> answering(int question) {
        return usable.stream().filter(lookup -> lookup.covers().contains(question)).toList();
    }

    /// The smallest choice found; the given one when none is smaller.
    List<Candidate> than(List<Candidate> chosen) {
        best = List.copyOf(chosen);
        QuestionSet open = wanted.copy();
        sunk.forEach(lookup -> open.removeAll(lookup.covers()));
        search(sunk, open, Set.of());
        return best;
    }

    private void search(List<Candidate> chosen, QuestionSet open, Set<Candidate> excluded) {
        looks += usable.size();
        if (looks > LOOKS) {
            return;
        }
        long reach = Reach.of(known, chosen);
        long unknown = 0;
        for (Candidate lookup : chosen) {
            unknown |= lookup.holderBit() & ~reach;
        }
        if (open.isEmpty() && unknown == 0) {
            if (chosen.size() < best.size()) {
                best = chosen;
            }
            return;
        }
        if (chosen.size() + atLeast(open) >= best.size()) {
            return;
        }
        List<Candidate> left = new ArrayList<>(excluded);
        for (Candidate next : open.isEmpty() ? identifiers(unknown) : answering(open)) {
            if (!excluded.contains(next) && !chosen.contains(next)) {
                List<Candidate> more = new ArrayList<>(chosen);
                more.add(next);
                QuestionSet rest = open.copy();
                rest.removeAll(next.covers());
                search(more, rest, Set.copyOf(left));
                // All choices with it have been seen.
                left.add(next);
            }
        }
    }

    /// No choice needs fewer than this many more.
    private int atLeast(QuestionSet open) {
        int most = 1;
        for (Candidate lookup : usable) {
            most = Math.max(most, lookup.covers().common(open));
        }
        return Math.max(1, Math.ceilDiv(open.size(), most));
    }

    private List<Candidate> answering(QuestionSet open) {
        for (Answering next : answering) {
            if (open.contains(next.question())) {
                return next.lookups();
            }
        }
        return List.of();
    }

    /// One of these is missing when everything is answered and a holder is unknown.
    private List<Candidate> identifiers(long unknown) {
        return usable.stream().filter(lookup -> (lookup.identifies() & unknown) != 0).toList();
    }
}
