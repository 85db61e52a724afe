package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Looks at every marking that a net can reach, breadth first, so that what is found is found on a
/// shortest path.
final class Explore {

    sealed interface Result {}

    /// @param fired numbers of the net's transitions that can happen
    record Fine(int states, BitSet fired) implements Result {}

    /// Two tokens meet in a place.
    record Collision(List<Trail> path, int states) implements Result {}

    /// A marking from which no final one can be reached.
    ///
    /// @param stuck nothing at all can happen any more; otherwise the process goes round for ever
    record Doomed(List<Trail> path, boolean stuck, int states) implements Result {}

    record TooMany(String what) implements Result {}

    private static final int WIDEST_CHOICE = 12;
    private static final long MOST_WORDS = 8_000_000;
    private static final int MOST_EDGES = 8_000_000;

    private final Net net;
    private final int cap;
    private final Dense dense;
    private final States states;
    private final Edges edges = new Edges();
    private final BitSet fired = new BitSet();

    private Explore(Net net, int cap) {
        this.net = net;
        this.dense = new Dense(net);
        this.cap = (int) Math.min(cap, MOST_WORDS / dense.words());
        this.states = new States(dense.words());
    }

    /// @param cap how many markings are looked at before it is given up
    static Result of(Net net, int cap) {
        for (Transition transition : net.transitions()) {
            if (transition.some().size() > WIDEST_CHOICE) {
                return new TooMany(
                        "an inclusive choice among more than %d branches that do not join again"
                                .formatted(WIDEST_CHOICE));
            }
        }
        return new Explore(net, cap).explore();
    }

    private Result explore() {
        int words = dense.words();
        long[] now = new long[words];
        long[] next = new long[words];
        dense.set(net.initial(), now);
        states.add(now, -1, -1);
        for (int state = 0; state < states.size(); state++) {
            states.read(state, now);
            for (int word = 0; word < words; word++) {
                for (long rest = now[word]; rest != 0; rest &= rest - 1) {
                    int place = (word << 6) + Long.numberOfTrailingZeros(rest);
                    for (int number : dense.startingAt(place)) {
                        Dense.Shot shot = dense.shot(number);
                        if (!shot.enabled(now, place)) {
                            continue;
                        }
                        fired.set(shot.transition());
                        if (!shot.fire(now, next)) {
                            return new Collision(path(state, number), states.size());
                        }
                        edges.add(state, states.add(next, state, number));
                    }
                }
            }
            if (states.size() > cap || edges.size() > MOST_EDGES) {
                return new TooMany("more than " + cap + " states");
            }
        }
        return doom();
    }

    private Result doom() {
        BitSet hopeful = new BitSet(states.size());
        long[] active = new long[dense.words()];
        dense.set(net.active(), active);
        for (int state = 0; state < states.size(); state++) {
            if (!states.meets(state, active)) {
                hopeful.set(state);
            }
        }
        edges.spreadBack(hopeful, states.size());
        int doomed = hopeful.nextClearBit(0);
        if (doomed >= states.size()) {
            return new Fine(states.size(), fired);
        }
        // A place where everything stands still is easier to understand than one where all is lost,
        // but still moves.
        BitSet moving = edges.sources();
        int stuck = doomed;
        while (stuck < states.size() && (hopeful.get(stuck) || moving.get(stuck))) {
            stuck++;
        }
        boolean found = stuck < states.size();
        return new Doomed(path(found ? stuck : doomed, -1), found, states.size());
    }

    private List<Trail> path(int state, int last) {
        List<Trail> path = new ArrayList<>();
        if (last >= 0) {
            path.add(dense.shot(last).trail());
        }
        for (int at = state; states.parent(at) >= 0; at = states.parent(at)) {
            path.add(dense.shot(states.by(at)).trail());
        }
        path.add(net.before());
        return path.reversed();
    }

    /// From which state to which.
    private static final class Edges {
        private int[] from = new int[256];
        private int[] to = new int[256];
        private int size;

        void add(int source, int target) {
            if (size == from.length) {
                from = Arrays.copyOf(from, 2 * size);
                to = Arrays.copyOf(to, 2 * size);
            }
            from[size] = source;
            to[size++] = target;
        }

        int size() {
            return size;
        }

        BitSet sources() {
            BitSet sources = new BitSet();
            for (int i = 0; i < size; i++) {
                sources.set(from[i]);
            }
            return sources;
        }

        /// Adds every state from which one of the set can be reached.
        void spreadBack(BitSet set, int count) {
            int[] start = new int[count + 1];
            for (int i = 0; i < size; i++) {
                start[to[i] + 1]++;
            }
            for (int i = 0; i < count; i++) {
                start[i + 1] += start[i];
            }
            int[] sources = new int[size];
            int[] fill = start.clone();
            for (int i = 0; i < size; i++) {
                sources[fill[to[i]]++] = from[i];
            }
            int[] open = set.stream().toArray();
            int pending = open.length;
            open = Arrays.copyOf(open, count);
            while (pending > 0) {
                int state = open[--pending];
                for (int i = start[state]; i < start[state + 1]; i++) {
                    if (!set.get(sources[i])) {
                        set.set(sources[i]);
                        open[pending++] = sources[i];
                    }
                }
            }
        }
    }
}
