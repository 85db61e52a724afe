package org.onego.bundle.plan.soundness;

import java.util.BitSet;
import java.util.List;

/// Branches that have run straight into a waiting join (an inclusive gateway, or the end of a
/// sub-process): when whatever marks one of the join's places could as well mark any other of them,
/// it doesn't matter which, and one place is enough.
///
/// Where two tokens meet in that place, the drawn process can take the same branch twice and let
/// them meet, too.
final class CollapseJoins {

    private final Workbench bench;
    private final Roles roles;

    private CollapseJoins(Workbench bench) {
        this.bench = bench;
        this.roles = new Roles(bench);
    }

    static boolean apply(Workbench bench) {
        CollapseJoins collapse = new CollapseJoins(bench);
        boolean changed = false;
        for (int i = 0; i < bench.count(); i++) {
            Transition join = bench.get(i);
            if (join != null && join.any().size() > 1 && join.clear().hasAll(join.any())) {
                changed |= collapse.oneForAll(i, join);
            }
        }
        return changed;
    }

    private boolean oneForAll(int number, Transition join) {
        Marks arrivals = join.any();
        if (bench.initial().meets(arrivals) || !distinguishedOnlyBy(number, join)) {
            return false;
        }
        BitSet producers = new BitSet();
        for (int i = 0; i < arrivals.size(); i++) {
            int arrival = arrivals.get(i);
            for (int producer : bench.producers(arrival).toArray()) {
                producers.set(producer);
            }
            for (int chooser : bench.choosers(arrival).toArray()) {
                producers.set(chooser);
            }
        }
        if (producers.isEmpty()) {
            // Dead since another reduction; pruned next.
            return false;
        }
        Transition model = bench.at(producers.nextSetBit(0));
        if (!producers.stream().allMatch(t -> alike(bench.at(t), model, arrivals))) {
            return false;
        }
        producers.stream().forEach(t -> bench.replace(t, marking(bench.at(t), arrivals)));
        return true;
    }

    /// Nothing but the join needs the places or treats one of them in another way than the others.
    private boolean distinguishedOnlyBy(int number, Transition join) {
        Marks arrivals = join.any();
        for (int i = 0; i < arrivals.size(); i++) {
            if (bench.consumers(arrivals.get(i)).size() > 0
                    || !roles.sameBut(arrivals.first(), arrivals.get(i), number)) {
                return false;
            }
        }
        return join.blockers().stream()
                .noneMatch(b -> b.unless().meets(arrivals) || b.places().meets(arrivals));
    }

    private static boolean alike(Transition t, Transition model, Marks arrivals) {
        return t.need().equals(model.need())
                && t.any().equals(model.any())
                && t.clear().equals(model.clear())
                && t.blockers().equals(model.blockers())
                && t.put().minus(arrivals).equals(model.put().minus(arrivals))
                && arrivals.hasAll(t.somePlaces());
    }

    private static Transition marking(Transition t, Marks arrivals) {
        Transition marking =
                t.putting(t.put().minus(arrivals).with(arrivals.first()))
                        .with(t.everything())
                        .choosing(List.of());
        return t.some().isEmpty() ? marking : marking.then(t.some().getFirst().after());
    }
}
