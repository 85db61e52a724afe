package org.onego.bundle.plan.soundness;

/// Makes a net smaller without changing what is found in it: markings meet, get stuck or finish
/// after the reductions exactly when they did before. Each rule's reason stands with it; the tests
/// compare reduced with unreduced nets.
final class Reduce {

    /// @param alive what can happen for certain, beside what the exploration shows
    record Result(Net net, Trail alive) {}

    private Reduce() {}

    static Result of(Net net) {
        Workbench bench = new Workbench(net);
        boolean changed = true;
        while (changed) {
            changed = Prune.apply(bench);
            changed |= FuseSeries.apply(bench, false);
            changed |= DropTwins.apply(bench);
            changed |= HappenEarly.apply(bench);
            changed |= CollapseJoins.apply(bench);
            if (!changed) {
                changed = FuseSeries.apply(bench, true);
            }
        }
        return new Result(bench.result(), bench.alive());
    }
}
