package org.onego.bundle.plan.soundness;

import java.util.List;
import java.util.Optional;

/// Process graph → net as drawn. What each kind of node becomes is in
/// docs/decisions/0005-soundness.md.
final class Translate {

    private final ProcessGraph graph;
    private final Layout layout;
    private final NetBuilder net = new NetBuilder();
    private final TranslateScopes scopes;
    private final TranslateThrown thrown;
    private final JoinWaits waits;

    private Translate(Layout layout, Waiting waiting) {
        this.graph = layout.graph();
        this.layout = layout;
        Regions regions = new Regions(layout);
        this.scopes = new TranslateScopes(layout, regions, net);
        this.thrown = new TranslateThrown(layout, regions, scopes, net);
        this.waits = new JoinWaits(layout, waiting, net);
    }

    /// @return nothing when the net would be too entangled to be looked at
    static Optional<Net> of(Layout layout, Waiting waiting) {
        Translate translate = new Translate(layout, waiting);
        translate.scopes.root();
        for (Node node : layout.graph().nodes()) {
            if (layout.shown(node)) {
                translate.node(node);
            }
            if (translate.net.tooEntangled()) {
                return Optional.empty();
            }
        }
        Marks active = new Regions(layout).activeIn(layout.root());
        return Optional.of(
                translate.net.net(
                        layout,
                        Marks.of(layout.begin()),
                        layout.running() < 0 ? active : active.with(layout.running())));
    }

    private void node(Node node) {
        switch (node) {
            case Node.Activity activity when layout.busy(activity) >= 0 ->
                    scopes.activity(activity);
            case Node.Gateway gateway when graph.into(gateway).size() > 1 -> join(gateway);
            case Node.End end -> thrown.end(end);
            case Node.Throw event -> thrown.event(event);
            case Node.Handler handler -> scopes.handler(handler);
            case Node.Activity _, Node.Gateway _, Node.Start _, Node.Catch _ ->
                    net.pass(List.of(node.index()), layout.incoming(node), leaves(node));
            case Node.Boundary _ ->
                    // From its entry, where whatever throws to it puts a token.
                    net.pass(List.of(), layout.incoming(node), leaves(node));
        }
    }

    private List<Leave> leaves(Node node) {
        return Leave.of(node, layout);
    }

    private void join(Node.Gateway gateway) {
        List<Integer> self = List.of(gateway.index());
        List<Leave> leaves = leaves(gateway);
        int within = layout.within(gateway);
        if (within < 0 || leaves.size() == 1) {
            join(gateway, self, leaves);
        } else {
            // Named once on a path: when it is left, where the way chosen is known.
            join(gateway, List.of(), List.of(Leave.on(Marks.of(within))));
            net.pass(self, Marks.of(within), leaves);
        }
    }

    private void join(Node.Gateway gateway, List<Integer> nodes, List<Leave> leaves) {
        Marks incoming = layout.incoming(gateway);
        switch (gateway.routing()) {
            case ONE, FIRST_EVENT -> net.pass(nodes, incoming, leaves);
            case ALL -> leaves.forEach(leave -> net.plain(nodes, incoming, leave));
            case SOME -> {
                List<Transition.Blocker> blockers = waits.of(gateway);
                for (Leave leave : leaves) {
                    net.add(nodes, Marks.NONE, leave, incoming, incoming, blockers);
                }
            }
        }
    }
}
