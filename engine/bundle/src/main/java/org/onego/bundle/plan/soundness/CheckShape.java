package org.onego.bundle.plan.soundness;

import java.util.List;

/// What BPMN and the engine forbid outright, so that later stages needn't ask: a graph without
/// findings has its starts, hosts and catches where they belong.
final class CheckShape {

    private final ProcessGraph graph;
    private final List<String> invalid;

    private CheckShape(ProcessGraph graph, List<String> invalid) {
        this.graph = graph;
        this.invalid = invalid;
    }

    static void of(ProcessGraph graph, List<String> invalid) {
        CheckShape check = new CheckShape(graph, invalid);
        graph.scopes().forEach(check::starts);
        graph.nodes().forEach(check::node);
        graph.flows().forEach(check::flow);
    }

    private void starts(ProcessGraph.Scope scope) {
        List<Node.Start> starts =
                graph.nodesOf(scope.index()).stream()
                        .filter(Node.Start.class::isInstance)
                        .map(Node.Start.class::cast)
                        .toList();
        String name =
                scope.node() < 0 ? "process '" + graph.id() + "'" : name(graph.node(scope.node()));
        if (starts.isEmpty()) {
            invalid.add(name + " has no start event");
        } else if (scope.node() >= 0 && starts.size() > 1) {
            invalid.add(name + " has several start events; keep one");
        }
        boolean handler = scope.node() >= 0 && graph.node(scope.node()) instanceof Node.Handler;
        for (Node.Start start : starts) {
            boolean plain = start.trigger().is(Trigger.Kind.NONE);
            if (handler && plain) {
                invalid.add(name(start) + " starts an event sub-process and needs a trigger");
            } else if (!handler && scope.node() >= 0 && !plain) {
                invalid.add(name(start) + " starts a sub-process and must have no trigger");
            } else if (!handler && start.trigger().thrown()) {
                invalid.add(name(start) + " cannot start a process with an error or escalation");
            }
        }
    }

    private void node(Node node) {
        switch (node) {
            case Node.Start _, Node.Boundary _, Node.Handler _ when !graph.into(node).isEmpty() ->
                    invalid.add(name(node) + " must have no incoming flow");
            case Node.End _, Node.Handler _ when !graph.outOf(node).isEmpty() ->
                    invalid.add(name(node) + " must have no outgoing flow");
            case Node.Boundary boundary -> boundary(boundary);
            case Node.End end when end.trigger().is(Trigger.Kind.CANCEL) && transaction(end) < 0 ->
                    invalid.add(
                            name(end)
                                    + " cancels, but stands in no transaction with a cancel boundary event");
            case Node.Gateway gateway when gateway.routing() == Node.Routing.FIRST_EVENT ->
                    events(gateway);
            case Node.Catch event
                    when event.trigger().is(Trigger.Kind.NONE) || event.trigger().thrown() ->
                    // A catch without a definition was drawn, but not said what for.
                    undefined(event);
            case Node.Activity _,
                    Node.Handler _,
                    Node.Gateway _,
                    Node.Start _,
                    Node.End _,
                    Node.Catch _,
                    Node.Throw _ -> {
                // Nothing forbidden.
            }
        }
    }

    private void undefined(Node event) {
        boolean already =
                graph.unsupported().stream().anyMatch(u -> u.elementId().equals(event.step().id()));
        if (!already) {
            invalid.add(name(event) + " waits for nothing; choose what it waits for");
        }
    }

    private void boundary(Node.Boundary boundary) {
        if (boundary.host() < 0
                || !(graph.node(boundary.host()) instanceof Node.Activity host)
                || host.scope() != boundary.scope()) {
            invalid.add(name(boundary) + " is attached to no activity beside it");
        } else if (boundary.trigger().is(Trigger.Kind.NONE)) {
            undefined(boundary);
        }
    }

    private void events(Node.Gateway gateway) {
        for (ProcessGraph.Flow flow : graph.outOf(gateway)) {
            Node target = graph.node(flow.target());
            boolean event =
                    target instanceof Node.Catch || target.step().type().equals("receiveTask");
            if (!event) {
                invalid.add(
                        name(gateway)
                                + " waits for the first event, but leads to "
                                + name(target)
                                + ", which is none");
            }
        }
    }

    private void flow(ProcessGraph.Flow flow) {
        Node source = graph.node(flow.source());
        Node target = graph.node(flow.target());
        if (source.scope() != target.scope()) {
            invalid.add("flow '" + flow.id() + "' crosses the border of a sub-process");
        }
    }

    /// The cancel boundary event that a cancel end event leads to; -1 when there is none.
    private int transaction(Node.End end) {
        return new CatchThrown(graph).catcher(end, end.trigger());
    }

    private static String name(Node node) {
        Step step = node.step();
        return step.name().isBlank()
                ? step.type() + " '" + step.id() + "'"
                : step.type() + " '" + step.text() + "' (" + step.id() + ")";
    }
}
