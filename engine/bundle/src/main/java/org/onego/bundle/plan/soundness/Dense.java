package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A net with its remaining places numbered from 0 and its transitions as bit masks, every choice
/// of branches spelled out.
final class Dense {

    private final Map<Integer, Integer> bit = new HashMap<>();
    private final List<Shot> shots = new ArrayList<>();
    private final List<List<Integer>> starting = new ArrayList<>();
    private final int[][] startingAt;
    private final int words;

    Dense(Net net) {
        net.initial().forEach(this::number);
        for (Transition transition : net.transitions()) {
            transition.need().forEach(this::number);
            transition.any().forEach(this::number);
            transition.put().forEach(this::number);
            transition.some().forEach(branch -> number(branch.place()));
        }
        words = Math.max(1, (bit.size() + 63) / 64);
        bit.forEach((_, _) -> starting.add(new ArrayList<>()));
        for (int i = 0; i < net.transitions().size(); i++) {
            compile(i, net.transitions().get(i));
        }
        startingAt =
                starting.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    private void number(int place) {
        bit.putIfAbsent(place, bit.size());
    }

    private void compile(int number, Transition t) {
        long[] any = t.any().isEmpty() ? null : mask(t.any());
        long[] clear = t.clear().isEmpty() ? null : mask(t.clear());
        long[][] blockers = new long[2 * t.blockers().size()][];
        for (int i = 0; i < t.blockers().size(); i++) {
            blockers[2 * i] = mask(t.blockers().get(i).places());
            blockers[2 * i + 1] = mask(t.blockers().get(i).unless());
        }
        int branches = t.some().size();
        for (int choice = branches == 0 ? 0 : 1; choice < 1 << branches; choice++) {
            List<Integer> put = new ArrayList<>();
            t.put().forEach(put::add);
            Trail trail = t.trail();
            for (int i = 0; i < branches; i++) {
                if ((choice & 1 << i) != 0) {
                    put.add(t.some().get(i).place());
                    trail = trail.then(t.some().get(i).after());
                }
            }
            Marks key = t.need().isEmpty() ? t.any() : Marks.of(t.need().first());
            for (int place : key.toArray()) {
                starting.get(bit(place)).add(shots.size());
            }
            shots.add(
                    new Shot(
                            number,
                            bits(t.need()),
                            bits(Marks.of(put)),
                            any,
                            clear,
                            blockers,
                            trail));
        }
    }

    private int bit(int place) {
        return bit.getOrDefault(place, -1);
    }

    private int[] bits(Marks places) {
        int[] bits = places.toArray();
        for (int i = 0; i < bits.length; i++) {
            bits[i] = bit(bits[i]);
        }
        return bits;
    }

    private long[] mask(Marks places) {
        long[] mask = new long[words];
        set(places, mask);
        return mask;
    }

    /// Sets the bits of those places that can be marked at all.
    void set(Marks places, long[] mask) {
        places.forEach(place -> {
            int bit = bit(place);
            if (bit >= 0) {
                mask[bit >> 6] |= 1L << bit;
            }
        });
    }

    int words() {
        return words;
    }

    Shot shot(int number) {
        return shots.get(number);
    }

    /// The transitions to try when this place is marked.
    int[] startingAt(int place) {
        return startingAt[place];
    }

    /// A transition with one choice of branches.
    static final class Shot {
        private final int transition;
        private final int[] need;
        private final int[] put;
        private final long @Nullable [] any;
        private final long @Nullable [] clear;
        private final long[][] blockers;
        private final Trail trail;

        Shot(
                int transition,
                int[] need,
                int[] put,
                long @Nullable [] any,
                long @Nullable [] clear,
                long[][] blockers,
                Trail trail) {
            this.transition = transition;
            this.need = need;
            this.put = put;
            this.any = any;
            this.clear = clear;
            this.blockers = blockers;
            this.trail = trail;
        }

        int transition() {
            return transition;
        }

        Trail trail() {
            return trail;
        }

        /// @param through the marked place for which it is tried; one that needs none is tried
        ///   through the first only
        boolean enabled(long[] now, int through) {
            for (int place : need) {
                if ((now[place >> 6] & 1L << place) == 0) {
                    return false;
                }
            }
            if (any != null && (need.length == 0 ? first(now, any) != through : !meet(now, any))) {
                return false;
            }
            for (int i = 0; i < blockers.length; i += 2) {
                if (meet(now, blockers[i]) && !meet(now, blockers[i + 1])) {
                    return false;
                }
            }
            return true;
        }

        /// False when two tokens meet.
        boolean fire(long[] now, long[] next) {
            System.arraycopy(now, 0, next, 0, now.length);
            for (int place : need) {
                next[place >> 6] &= ~(1L << place);
            }
            if (clear != null) {
                for (int i = 0; i < next.length; i++) {
                    next[i] &= ~clear[i];
                }
            }
            for (int place : put) {
                if ((next[place >> 6] & 1L << place) != 0) {
                    return false;
                }
                next[place >> 6] |= 1L << place;
            }
            return true;
        }

        private static boolean meet(long[] a, long[] b) {
            for (int i = 0; i < a.length; i++) {
                if ((a[i] & b[i]) != 0) {
                    return true;
                }
            }
            return false;
        }

        private static int first(long[] a, long[] b) {
            for (int i = 0; i < a.length; i++) {
                if ((a[i] & b[i]) != 0) {
                    return (i << 6) + Long.numberOfTrailingZeros(a[i] & b[i]);
                }
            }
            return -1;
        }
    }
}
