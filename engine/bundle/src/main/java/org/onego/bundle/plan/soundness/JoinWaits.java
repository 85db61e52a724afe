package org.onego.bundle.plan.soundness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// For an inclusive gateway: which tokens elsewhere make it wait.
final class JoinWaits {

    private final Layout layout;
    private final ProcessGraph graph;
    private final Waiting waiting;
    private final NetBuilder net;

    JoinWaits(Layout layout, Waiting waiting, NetBuilder net) {
        this.net = net;
        this.layout = layout;
        this.graph = layout.graph();
        this.waiting = waiting;
    }

    List<Transition.Blocker> of(Node.Gateway gateway) {
        Marks incoming = layout.incoming(gateway);
        Map<Integer, Set<Integer>> reached = new HashMap<>();
        for (ProcessGraph.Flow flow : graph.into(gateway)) {
            before(flow, gateway)
                    .forEach(place ->
                            reached.computeIfAbsent(place, _ -> new HashSet<>())
                                    .add(layout.flow(flow)));
        }
        Map<Set<Integer>, List<Integer>> alike = new LinkedHashMap<>();
        reached.forEach((place, flows) -> {
            if (!incoming.has(place)) {
                Set<Integer> unless = waiting == Waiting.STANDARD ? flows : Set.of();
                alike.computeIfAbsent(unless, _ -> new ArrayList<>()).add(place);
            }
        });
        return alike.entrySet().stream()
                .map(e -> new Transition.Blocker(Marks.of(e.getValue()), Marks.of(e.getKey())))
                // The gateway needs one of its flows marked anyway.
                .filter(blocker -> !blocker.unless().hasAll(incoming))
                .toList();
    }

    /// All places from which the flow can be reached without passing the gateway.
    private Set<Integer> before(ProcessGraph.Flow target, Node.Gateway gateway) {
        Set<Integer> places = new HashSet<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(graph.node(target.source()));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.index() == gateway.index() || !seen.add(node.index())) {
                continue;
            }
            for (int place :
                    new int[] {layout.busy(node), layout.entry(node), layout.within(node)}) {
                if (place >= 0) {
                    places.add(place);
                }
            }
            for (ProcessGraph.Flow flow : graph.into(node)) {
                places.add(layout.flow(flow));
                open.push(graph.node(flow.source()));
            }
        }
        net.looked(places.size());
        return places;
    }
}
