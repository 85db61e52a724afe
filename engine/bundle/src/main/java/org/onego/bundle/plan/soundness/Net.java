package org.onego.bundle.plan.soundness;

import java.util.List;

/// A process as a safe Petri net with clearing and blocking.
///
/// @param acts what each transition of the net as drawn stands for; trails count in these
/// @param active a marking is final when none of these is marked
/// @param before what has happened before the initial marking, from reductions
record Net(
        List<Place> places,
        List<Act> acts,
        List<Transition> transitions,
        Marks initial,
        Marks active,
        Trail before) {

    /// @param nodes the nodes that happen, in order
    /// @param way names of the flow chosen, see {@link Step#way()}
    record Act(List<Integer> nodes, String way) {}
}
