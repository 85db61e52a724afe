package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.List;

/// One way in which tokens leave a node: on all flows of `all`, and on a non-empty choice of `some`
/// if there are any.
///
/// @param way the name of the flow, where one was chosen
record Leave(Marks all, List<Integer> some, String way) {

    static Leave on(Marks all) {
        return new Leave(all, List.of(), "");
    }

    Leave and(Marks more) {
        return new Leave(all.plus(more), some, way);
    }

    /// All ways out of the node; none out of a gateway that leads nowhere.
    static List<Leave> of(Node node, Layout layout) {
        List<ProcessGraph.Flow> flows = layout.graph().outOf(node);
        if (flows.isEmpty()) {
            int end = layout.ended(node);
            return end < 0 ? List.of() : List.of(on(Marks.of(end)));
        }
        if (!(node instanceof Node.Gateway gateway)) {
            return unrouted(flows, layout);
        }
        return switch (gateway.routing()) {
            case ALL -> List.of(on(places(flows, layout)));
            case ONE, FIRST_EVENT -> flows.stream().map(flow -> alone(flow, layout)).toList();
            case SOME -> some(List.of(), flows, layout);
        };
    }

    /// Out of anything but a gateway: flows without a condition are always taken, of those with one
    /// those whose condition holds, and the default flow when no other is.
    private static List<Leave> unrouted(List<ProcessGraph.Flow> flows, Layout layout) {
        if (flows.size() == 1) {
            return List.of(on(places(flows, layout)));
        }
        List<ProcessGraph.Flow> always = new ArrayList<>();
        List<ProcessGraph.Flow> maybe = new ArrayList<>();
        for (ProcessGraph.Flow flow : flows) {
            (flow.conditional() || flow.otherwise() ? maybe : always).add(flow);
        }
        return maybe.isEmpty() ? List.of(on(places(always, layout))) : some(always, maybe, layout);
    }

    private static List<Leave> some(
            List<ProcessGraph.Flow> always, List<ProcessGraph.Flow> maybe, Layout layout) {
        Marks all = places(always, layout);
        List<Integer> choice =
                maybe.stream().filter(flow -> !flow.otherwise()).map(layout::flow).toList();
        List<Leave> leaves = new ArrayList<>();
        if (choice.size() == 1) {
            leaves.add(on(all.with(choice.getFirst())));
        } else if (!choice.isEmpty()) {
            leaves.add(new Leave(all, choice, ""));
        }
        if (!always.isEmpty()) {
            leaves.add(on(all));
        } else {
            maybe.stream()
                    .filter(ProcessGraph.Flow::otherwise)
                    .forEach(flow -> leaves.add(alone(flow, layout)));
        }
        return leaves;
    }

    private static Leave alone(ProcessGraph.Flow flow, Layout layout) {
        return new Leave(Marks.of(layout.flow(flow)), List.of(), flow.name());
    }

    private static Marks places(List<ProcessGraph.Flow> flows, Layout layout) {
        return Marks.of(flows.stream().map(layout::flow).toList());
    }
}
