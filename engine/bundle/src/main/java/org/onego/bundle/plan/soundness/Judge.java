package org.onego.bundle.plan.soundness;

import java.util.BitSet;
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

    private static final Soundness ENTANGLED =
            new Soundness.Unsupported("more dependencies between steps than can be looked at", "");

    Soundness of(ProcessGraph graph) {
        Catches catches = Catches.of(graph);
        Soundness verdict = of(catches, Waiting.STANDARD);
        Optional<Node> join = waitingJoin(graph);
        if (!(verdict instanceof Soundness.Sound)
                || join.isEmpty()
                || of(catches, Waiting.ENGINE) instanceof Soundness.Sound) {
            return verdict;
        }
        return new Soundness.Unsupported(
                "an inclusive gateway where BPMN and the engine differ on what to wait for (sound by BPMN only)",
                join.get().step().id());
    }

    private static Optional<Node> waitingJoin(ProcessGraph graph) {
        return graph.nodes().stream()
                .filter(node ->
                        node instanceof Node.Gateway gateway
                                && gateway.routing() == Node.Routing.SOME
                                && graph.into(gateway).size() > 1)
                .findFirst();
    }

    private Soundness of(Catches catches, Waiting waiting) {
        ProcessGraph graph = catches.graph();
        BitSet whole = new BitSet();
        if (reduce) {
            for (ProcessGraph.Scope scope : graph.scopes().reversed()) {
                if (WholeScopes.candidate(catches, scope)) {
                    Layout inside = new Layout(catches, scope.index(), whole);
                    if (Examination.of(inside, waiting, this)
                            .filter(Examination::whole)
                            .isPresent()) {
                        whole.set(scope.node());
                    }
                }
            }
        }
        return Examination.of(new Layout(catches, 0, whole), waiting, this)
                .map(examined -> verdict(examined, catches, waiting))
                .orElse(ENTANGLED);
    }

    private Soundness verdict(Examination examined, Catches catches, Waiting waiting) {
        return switch (examined.found()) {
            case Explore.TooMany(String what) -> new Soundness.Unsupported(what, "");
            case Explore.Fine(int states, BitSet _) -> {
                Net net = examined.net();
                yield examined.dead().isEmpty()
                        ? new Soundness.Sound(states, net.places().size(), net.transitions().size())
                        : Explain.dead(examined.dead());
            }
            case Explore.Collision _, Explore.Doomed _ -> {
                Explain explain = new Explain(catches.graph());
                yield shortest(explain, catches, waiting)
                        .or(() -> explain.shown(examined.net(), examined.found()))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "A counterexample in process '%s' shows nothing wrong"
                                                .formatted(catches.graph().id())));
            }
        };
    }

    /// A shortest counterexample of the net as drawn, nothing left out, if one is found soon.
    private Optional<Soundness.Unsound> shortest(
            Explain explain, Catches catches, Waiting waiting) {
        return Translate.of(new Layout(catches, 0, new BitSet()), waiting)
                .flatMap(drawn -> explain.shown(drawn, Explore.of(drawn, pathCap)));
    }
}
