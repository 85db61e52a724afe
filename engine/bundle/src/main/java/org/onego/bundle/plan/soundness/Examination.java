package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What exploring a process, or one sub-process alone, has shown.
///
/// @param net as drawn
/// @param dead nodes that never happen; empty as well when the exploration didn't come to its end
/// @param ends a sub-process can end, and not only be left otherwise
record Examination(Net net, Explore.Result found, List<Node> dead, boolean ends) {

    /// @return nothing when the net is too entangled to be looked at
    static Optional<Examination> of(Layout layout, Waiting waiting, Judge judge) {
        return Translate.of(layout, waiting).map(net -> of(layout, net, judge));
    }

    private static Examination of(Layout layout, Net net, Judge judge) {
        Reduce.Result reduced =
                judge.reduce() ? Reduce.of(net) : new Reduce.Result(net, Trail.NONE);
        Explore.Result found = Explore.of(reduced.net(), judge.cap());
        if (!(found instanceof Explore.Fine fine)) {
            return new Examination(net, found, List.of(), false);
        }
        BitSet alive = alive(net, reduced, fine);
        List<Node> dead = new ArrayList<>();
        for (Node node : layout.graph().nodes()) {
            if (layout.shown(node) && !alive.get(node.index())) {
                dead.add(node);
            }
        }
        int host = layout.graph().scopes().get(layout.root()).node();
        return new Examination(net, found, dead, host < 0 || alive.get(host));
    }

    /// The sub-process does nothing wrong, and may count as a task.
    boolean whole() {
        return found instanceof Explore.Fine && dead.isEmpty() && ends;
    }

    private static BitSet alive(Net net, Reduce.Result reduced, Explore.Fine fine) {
        BitSet alive = new BitSet();
        happen(reduced.alive(), net, alive);
        List<Transition> transitions = reduced.net().transitions();
        fine.fired().stream().forEach(t -> happen(transitions.get(t).everything(), net, alive));
        return alive;
    }

    private static void happen(Trail trail, Net net, BitSet alive) {
        for (Trail firing : trail.flat()) {
            if (firing instanceof Trail.Fire(int transition)) {
                net.acts().get(transition).nodes().forEach(alive::set);
            }
        }
    }
}
