package org.onego.bundle.prefill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Whose id number becomes known when some look-ups are made. Subjects are bits.
final class Reach {

    private Reach() {}

    /// The subjects known in the end.
    static long of(long known, Collection<Candidate> lookups) {
        return waves(known, lookups).getLast();
    }

    /// The subjects known before each wave: at the start, after the first look-ups, and so on until
    /// nobody comes to be known any more.
    static List<Long> waves(long known, Collection<Candidate> lookups) {
        List<Long> waves = new ArrayList<>();
        long before;
        long now = known;
        do {
            waves.add(now);
            before = now;
            for (Candidate lookup : lookups) {
                if (lookup.isReachable(before)) {
                    now |= lookup.identifies();
                }
            }
        } while (now != before);
        return waves;
    }
}
