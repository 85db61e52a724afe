package org.onego.bundle.plan.soundness;

import java.util.Arrays;

/// For every place, which guards look at it and what clears it.
///
/// A role is a transition's number and a part of it: 0 its `any`, 1 its `clear`, then each
/// blocker's `places` (even) and `unless` (odd).
final class Roles {

    private static final long[] NONE = {};

    private final Workbench bench;

    /// Place → its roles, ascending.
    private final long[][] roles;

    private final int[] sizes;

    Roles(Workbench bench) {
        this.bench = bench;
        this.roles = new long[bench.places()][];
        this.sizes = new int[bench.places()];
        Arrays.fill(roles, NONE);
        for (int number = 0; number < bench.count(); number++) {
            Transition t = bench.get(number);
            if (t != null && !t.isPlain()) {
                note(t.any(), number, 0);
                note(t.clear(), number, 1);
                for (int b = 0; b < t.blockers().size(); b++) {
                    note(t.blockers().get(b).places(), number, 2 + 2 * b);
                    note(t.blockers().get(b).unless(), number, 3 + 2 * b);
                }
            }
        }
        for (int place = 0; place < roles.length; place++) {
            roles[place] = Arrays.copyOf(roles[place], sizes[place]);
        }
    }

    private void note(Marks places, int transition, int part) {
        long role = (long) transition << 32 | part;
        places.forEach(place -> {
            if (sizes[place] == roles[place].length) {
                roles[place] = Arrays.copyOf(roles[place], 2 * sizes[place] + 2);
            }
            roles[place][sizes[place]++] = role;
        });
    }

    private static int transition(long role) {
        return (int) (role >> 32);
    }

    private static int part(long role) {
        return (int) role;
    }

    boolean same(int place, int other) {
        return Arrays.equals(roles[place], roles[other]);
    }

    int hash(int place) {
        return Arrays.hashCode(roles[place]);
    }

    /// Whether the places have the same roles, those at one transition aside.
    boolean sameBut(int place, int other, int transition) {
        return Arrays.equals(but(place, transition), but(other, transition));
    }

    private long[] but(int place, int transition) {
        return Arrays.stream(roles[place]).filter(role -> transition(role) != transition).toArray();
    }

    private boolean has(int place, int transition, int part) {
        return Arrays.binarySearch(roles[place], (long) transition << 32 | part) >= 0;
    }

    /// Whether a token may as well go from `place` to all of `after` at once, as far as guards and
    /// clearings are concerned: whatever could have happened while it lingered can still happen,
    /// with the same result.
    boolean mayHurry(int place, Marks after) {
        boolean same = true;
        for (int i = 0; i < after.size(); i++) {
            same &= same(place, after.get(i));
        }
        return same || staysSeen(place, after) && standsInNoWay(place, after);
    }

    /// What looked for the token finds it after the place, and what cleared it clears it there.
    private boolean staysSeen(int place, Marks after) {
        for (long role : roles[place]) {
            int part = part(role);
            boolean blocks = part >= 2 && part % 2 == 0;
            int found = 0;
            for (int i = 0; i < after.size(); i++) {
                found += has(after.get(i), transition(role), part) ? 1 : 0;
            }
            if (!blocks && (part == 1 ? found < after.size() : found == 0)) {
                return false;
            }
        }
        return true;
    }

    /// After the place it blocks nothing that it did not block before, and what clears it there
    /// only had to wait for it.
    private boolean standsInNoWay(int place, Marks after) {
        for (int i = 0; i < after.size(); i++) {
            int next = after.get(i);
            for (long role : roles[next]) {
                int transition = transition(role);
                int part = part(role);
                boolean ok =
                        switch (part) {
                            case 0 -> true;
                            case 1 ->
                                    has(place, transition, 1)
                                            || blocks(place, transition, Marks.of(next));
                            default ->
                                    part % 2 == 1
                                            || blocks(place, transition, unless(transition, part));
                        };
                if (!ok) {
                    return false;
                }
            }
        }
        return true;
    }

    private Marks unless(int transition, int part) {
        return bench.at(transition).blockers().get(part / 2 - 1).unless();
    }

    /// Whether a token in the place blocks the transition, unless (at most) one of those places is
    /// marked.
    private boolean blocks(int place, int transition, Marks unless) {
        for (long role : roles[place]) {
            int part = part(role);
            if (transition(role) == transition
                    && part >= 2
                    && part % 2 == 0
                    && unless.hasAll(unless(transition, part))) {
                return true;
            }
        }
        return false;
    }
}
