package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Process graph → verdict.
///
/// @param reduce whether the net is reduced before it is explored, and sub-processes judged alone.
///   The tests compare with judging without.
/// @param cap how many markings are looked at
/// @param pathCap how many are looked at to find a shortest path, once it is known that there is
///   one
record Judge(boolean reduce, int cap, int pathCap) {

    static final Judge REDUCED = new Judge(true, 500_000, 5_000);

    Soundness of(ProcessGraph graph) {
        Soundness verdict = of(graph, Waiting.STANDARD);
        if (!(verdict instanceof Soundness.Sound)) {
            return verdict;
        }
        List<Node> joins =
                graph.nodes().stream()
                        .filter(node ->
                                node instanceof Node.Gateway gateway
                                        && gateway.routing() == Node.Routing.SOME
                                        && graph.into(gateway).size() > 1)
                        .toList();
        if (joins.isEmpty() || of(graph, Waiting.ENGINE) instanceof Soundness.Sound) {
            return verdict;
        }
        return new Soundness.Unsupported(
                "an inclusive gateway where BPMN and the engine differ on what to wait for (sound by BPMN only)",
                joins.getFirst().step().id());
    }

    private Soundness of(ProcessGraph graph, Waiting waiting) {
        BitSet whole = new BitSet();
        if (reduce) {
            for (ProcessGraph.Scope scope : graph.scopes().reversed()) {
                if (WholeScopes.candidate(graph, scope)
                        && judge(graph, scope.index(), whole, waiting) instanceof Soundness.Sound) {
                    whole.set(scope.node());
                }
            }
        }
        return judge(graph, 0, whole, waiting);
    }

    private Soundness judge(ProcessGraph graph, int root, BitSet whole, Waiting waiting) {
        Net net = Translate.of(graph, root, whole, waiting);
        Reduce.Result reduced = reduce ? Reduce.of(net) : new Reduce.Result(net, Trail.NONE);
        return switch (Explore.of(reduced.net(), cap)) {
            case Explore.TooMany(String what) -> new Soundness.Unsupported(what, "");
            case Explore.Fine(int states, BitSet fired) ->
                    Dead.of(graph, root, whole, net, reduced, fired)
                            .<Soundness>map(dead -> dead)
                            .orElseGet(() ->
                                    new Soundness.Sound(
                                            states, net.places().size(), net.transitions().size()));
            case Explore.Result trouble -> {
                Explain explain = new Explain(graph);
                yield shortest(graph, root, waiting)
                        .flatMap(explain::shown)
                        .or(() -> explain.shown(net, trouble))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "A counterexample in process '"
                                                + graph.id()
                                                + "' shows nothing wrong"));
            }
        };
    }

    /// A shortest counterexample of the net as drawn, nothing left out, if one is found soon.
    private Optional<Explain.Trouble> shortest(ProcessGraph graph, int root, Waiting waiting) {
        Net drawn = Translate.of(graph, root, new BitSet(), waiting);
        return Optional.of(new Explain.Trouble(drawn, Explore.of(drawn, pathCap)));
    }

    /// Nodes that never happen.
    private static final class Dead {
        static Optional<Soundness.Unsound> of(
                ProcessGraph graph,
                int root,
                BitSet whole,
                Net net,
                Reduce.Result reduced,
                BitSet fired) {
            BitSet alive = new BitSet();
            happen(reduced.alive(), net, alive);
            fired.stream()
                    .forEach(number ->
                            happen(
                                    reduced.net().transitions().get(number).everything(),
                                    net,
                                    alive));
            Layout layout = new Layout(graph, root, whole);
            List<Node> dead = new ArrayList<>();
            for (Node node : graph.nodes()) {
                if (layout.shown(node) && !alive.get(node.index())) {
                    dead.add(node);
                }
            }
            return dead.isEmpty() ? Optional.empty() : Optional.of(Explain.dead(dead));
        }

        private static void happen(Trail trail, Net net, BitSet alive) {
            for (Trail firing : trail.flat()) {
                if (firing instanceof Trail.Fire(int transition)) {
                    net.acts().get(transition).nodes().forEach(alive::set);
                }
            }
        }
    }
}
