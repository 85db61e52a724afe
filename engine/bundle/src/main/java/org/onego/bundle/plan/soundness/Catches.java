package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A graph with what is thrown in it resolved.
///
/// @param caughtBy thrower → node that catches it; -1 where it throws nothing or nobody catches
/// @param unaimed catches of errors and escalations on sub-processes, and event sub-processes for
///   them, at which no drawn event is aimed. They are for what the activities inside raise by
///   themselves.
record Catches(ProcessGraph graph, List<Integer> caughtBy, BitSet unaimed) {

    static Catches of(ProcessGraph graph) {
        CatchThrown find = new CatchThrown(graph);
        List<Integer> caughtBy = new ArrayList<>();
        for (Node node : graph.nodes()) {
            caughtBy.add(
                    switch (node) {
                        case Node.End end when end.trigger().thrown() ->
                                find.catcher(end, end.trigger());
                        case Node.Throw event when event.trigger().thrown() ->
                                find.catcher(event, event.trigger());
                        default -> -1;
                    });
        }
        BitSet unaimed = new BitSet();
        graph.nodes().stream()
                .filter(node -> catchesFromInside(node, graph, find))
                .forEach(node -> unaimed.set(node.index()));
        caughtBy.stream().filter(catcher -> catcher >= 0).forEach(unaimed::clear);
        return new Catches(graph, caughtBy, unaimed);
    }

    private static boolean catchesFromInside(Node node, ProcessGraph graph, CatchThrown find) {
        return switch (node) {
            case Node.Boundary boundary ->
                    boundary.trigger().thrown()
                            && graph.node(boundary.host()) instanceof Node.Activity host
                            && host.inner() >= 0;
            case Node.Handler handler -> find.trigger(handler).thrown();
            default -> false;
        };
    }
}
