package org.onego.bundle.prefill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds few look-ups that answer all that can be answered.
///
/// First greedily: again and again the look-up, together with those that are needed to find out
/// whose certificate it is, that answers the most for each look-up made. Then what has become
/// superfluous is left out. Last, [FewerLookups] searches for fewer.
final class Cover {

    private final long known;
    private final List<Candidate> usable;
    private final Set<Candidate> sunk;
    private final QuestionSet wanted;

    /// @param known bits of the subjects known at the start
    /// @param usable those that may be made and whose holders can be known
    /// @param sunk those that are made anyway
    /// @param wanted questions, each answered by one of the usable
    Cover(long known, List<Candidate> usable, Set<Candidate> sunk, QuestionSet wanted) {
        this.known = known;
        this.usable = usable;
        this.sunk = sunk;
        this.wanted = wanted;
    }

    List<Candidate> find() {
        List<Candidate> chosen = greedy();
        leaveOutSuperfluous(chosen);
        return new FewerLookups(known, usable, sunk, wanted).than(chosen);
    }

    private List<Candidate> greedy() {
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate lookup : usable) {
            if (sunk.contains(lookup)) {
                addAll(chosen, new Ways(known, usable, chosen).to(lookup));
            }
        }
        QuestionSet open = wanted.copy();
        chosen.forEach(lookup -> open.removeAll(lookup.covers()));
        while (!open.isEmpty()) {
            Ways ways = new Ways(known, usable, chosen);
            List<Candidate> best = List.of();
            int bestGain = 0;
            for (Candidate lookup : usable) {
                if (lookup.covers().common(open) > 0) {
                    List<Candidate> way = ways.to(lookup);
                    int gain = gain(way, open);
                    if (best.isEmpty() || gain * best.size() > bestGain * way.size()) {
                        best = way;
                        bestGain = gain;
                    }
                }
            }
            addAll(chosen, best);
            best.forEach(lookup -> open.removeAll(lookup.covers()));
        }
        return chosen;
    }

    /// Which look-ups must come before another one, so that its holder is known.
    private static final class Ways {

        private final long reached;
        private final @Nullable Candidate[] identifiers = new Candidate[Long.SIZE];

        Ways(long known, List<Candidate> usable, List<Candidate> chosen) {
            reached = Reach.of(known, chosen);
            for (long before : Reach.waves(reached, usable)) {
                for (Candidate lookup : usable) {
                    if (lookup.isReachable(before)) {
                        noteIdentified(lookup, before);
                    }
                }
            }
        }

        private void noteIdentified(Candidate lookup, long before) {
            for (long bits = lookup.identifies() & ~before; bits != 0; bits &= bits - 1) {
                int subject = Long.numberOfTrailingZeros(bits);
                if (identifiers[subject] == null) {
                    identifiers[subject] = lookup;
                }
            }
        }

        /// The look-up, after those that are needed for it and not chosen.
        List<Candidate> to(Candidate lookup) {
            List<Candidate> way = new ArrayList<>();
            @Nullable Candidate next = lookup;
            while (next != null) {
                way.addFirst(next);
                next =
                        next.isReachable(reached)
                                ? null
                                : identifiers[Long.numberOfTrailingZeros(next.holderBit())];
            }
            return way;
        }
    }

    private void leaveOutSuperfluous(List<Candidate> chosen) {
        boolean less = true;
        while (less) {
            less = false;
            for (Candidate lookup : List.copyOf(chosen).reversed()) {
                List<Candidate> rest = new ArrayList<>(chosen);
                rest.remove(lookup);
                if (!sunk.contains(lookup) && suffices(rest)) {
                    chosen.remove(lookup);
                    less = true;
                }
            }
        }
    }

    /// Whether these answer all that is wanted and each one's holder becomes known.
    private boolean suffices(List<Candidate> lookups) {
        long reach = Reach.of(known, lookups);
        QuestionSet open = wanted.copy();
        for (Candidate lookup : lookups) {
            open.removeAll(lookup.covers());
        }
        return open.isEmpty() && lookups.stream().allMatch(lookup -> lookup.isReachable(reach));
    }

    private static int gain(List<Candidate> lookups, QuestionSet open) {
        if (lookups.size() == 1) {
            return lookups.getFirst().covers().common(open);
        }
        QuestionSet covered = lookups.getFirst().covers().copy();
        lookups.forEach(lookup -> covered.addAll(lookup.covers()));
        return covered.common(open);
    }

    private static void addAll(List<Candidate> chosen, List<Candidate> more) {
        for (Candidate lookup : more) {
            if (!chosen.contains(lookup)) {
                chosen.add(lookup);
            }
        }
    }
}
