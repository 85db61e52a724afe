package org.onego.bundle.plan.soundness;

import java.util.List;

/// End events and what is thrown: where the token goes, and what ends with it.
final class TranslateThrown {

    private final ProcessGraph graph;
    private final Layout layout;
    private final Regions regions;
    private final TranslateScopes scopes;
    private final NetBuilder net;

    TranslateThrown(Layout layout, Regions regions, TranslateScopes scopes, NetBuilder net) {
        this.graph = layout.graph();
        this.layout = layout;
        this.regions = regions;
        this.scopes = scopes;
        this.net = net;
    }

    void end(Node.End end) {
        switch (end.trigger().kind()) {
            case TERMINATE -> {
                boolean all = end.scope() == layout.root();
                endAll(end, all ? regions.everything() : regions.throughout(end.scope()));
            }
            case TERMINATE_ALL -> endAll(end, regions.everything());
            case ERROR, CANCEL -> {
                if (layout.catcher(end) < 0) {
                    // Nobody inside catches it: the whole process ends with the error.
                    endAll(end, regions.everything());
                } else {
                    event(end);
                }
            }
            case ESCALATION -> event(end);
            case NONE, TIMER, MESSAGE, SIGNAL, CONDITIONAL -> pass(end, leaves(end));
        }
    }

    private void endAll(Node thrower, Marks everything) {
        clearing(List.of(thrower.index()), thrower, leaves(thrower), everything);
    }

    void event(Node thrower) {
        int catcher = layout.catcher(thrower);
        if (catcher >= 0) {
            caught(thrower, graph.node(catcher));
        } else if (layout.interruptsRoot(thrower)) {
            List<Leave> nowhere = List.of(Leave.on(Marks.NONE));
            clearing(List.of(thrower.index()), thrower, nowhere, regions.everything());
        } else {
            pass(thrower, leaves(thrower));
        }
    }

    private void caught(Node thrower, Node catcher) {
        List<Integer> nodes = List.of(thrower.index(), catcher.index());
        switch (catcher) {
            case Node.Boundary boundary when boundary.interrupting() -> {
                Node.Activity host = (Node.Activity) graph.node(boundary.host());
                Marks around = regions.throughout(host.inner()).with(layout.busy(host));
                clearing(nodes, thrower, to(boundary), around.plus(armedOn(host)));
            }
            case Node.Boundary boundary -> beside(nodes, thrower, entry(boundary), Marks.NONE);
            case Node.Handler handler when layout.interrupts(handler) -> {
                List<Leave> started = List.of(Leave.on(scopes.started(handler)));
                clearing(nodes, thrower, started, regions.throughout(handler.scope()));
            }
            case Node.Handler handler -> {
                // It may run several times, one after another.
                Marks over = Marks.of(layout.ended(handler));
                beside(nodes, thrower, scopes.started(handler), over);
            }
            default -> throw new IllegalStateException(catcher.step().id() + " cannot catch");
        }
    }

    private Marks entry(Node.Boundary boundary) {
        return Marks.of(layout.entry(boundary));
    }

    private List<Leave> to(Node.Boundary boundary) {
        return List.of(Leave.on(entry(boundary)));
    }

    /// The thrower goes on, and so does the catcher.
    private void beside(List<Integer> nodes, Node thrower, Marks entered, Marks over) {
        List<Leave> both = leaves(thrower).stream().map(leave -> leave.and(entered)).toList();
        clearing(nodes, thrower, both, over);
    }

    private Marks armedOn(Node.Activity host) {
        return Marks.of(
                graph.boundariesOf(host).stream()
                        .map(layout::armed)
                        .filter(place -> place >= 0)
                        .toList());
    }

    private void pass(Node thrower, List<Leave> leaves) {
        net.pass(List.of(thrower.index()), layout.incoming(thrower), leaves);
    }

    private void clearing(List<Integer> nodes, Node thrower, List<Leave> leaves, Marks around) {
        net.clearing(nodes, layout.incoming(thrower), leaves, around);
    }

    private List<Leave> leaves(Node node) {
        return Leave.of(node, layout);
    }
}
