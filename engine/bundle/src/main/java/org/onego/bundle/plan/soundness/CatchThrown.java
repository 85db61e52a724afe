package org.onego.bundle.plan.soundness;

import java.util.List;
import java.util.Optional;

/// Which boundary event or event sub-process catches what is thrown inside: the nearest that fits,
/// and of two equally near ones the one that names the code.
final class CatchThrown {

    private final ProcessGraph graph;

    CatchThrown(ProcessGraph graph) {
        this.graph = graph;
    }

    int catcher(Node thrower, Trigger thrown) {
        int scope = thrower.scope();
        boolean fromHandler = false;
        while (true) {
            // What an event sub-process raises is no business of its siblings: the scope they guard
            // is handled already.
            int caught = fromHandler ? -1 : best(handlers(scope), thrown);
            if (caught >= 0) {
                return caught;
            }
            int node = graph.scopes().get(scope).node();
            if (node < 0) {
                return -1;
            }
            caught = best(graph.boundariesOf(graph.node(node)), thrown);
            if (caught >= 0) {
                return caught;
            }
            fromHandler = graph.node(node) instanceof Node.Handler;
            scope = graph.node(node).scope();
        }
    }

    private List<Node.Handler> handlers(int scope) {
        return graph.nodesOf(scope).stream()
                .filter(Node.Handler.class::isInstance)
                .map(Node.Handler.class::cast)
                .toList();
    }

    private int best(List<? extends Node> candidates, Trigger thrown) {
        int found = -1;
        for (Node candidate : candidates) {
            Trigger trigger = trigger(candidate);
            if (trigger.catches(thrown) && (found < 0 || !trigger.code().isEmpty())) {
                found = candidate.index();
            }
        }
        return found;
    }

    Trigger trigger(Node catcher) {
        return switch (catcher) {
            case Node.Boundary boundary -> boundary.trigger();
            case Node.Handler handler ->
                    start(handler).map(Node.Start::trigger).orElse(Trigger.NONE);
            default -> Trigger.NONE;
        };
    }

    private Optional<Node.Start> start(Node.Handler handler) {
        return graph.nodesOf(handler.inner()).stream()
                .filter(Node.Start.class::isInstance)
                .map(Node.Start.class::cast)
                .findFirst();
    }
}
