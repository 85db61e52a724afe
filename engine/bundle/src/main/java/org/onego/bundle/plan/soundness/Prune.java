package org.onego.bundle.plan.soundness;

import java.util.List;

/// Takes away what can never be marked, and what is looked at without deciding anything.
final class Prune {

    private Prune() {}

    static boolean apply(Workbench bench) {
        boolean changed = false;
        boolean again = true;
        while (again) {
            again = false;
            for (int i = 0; i < bench.count(); i++) {
                Transition t = bench.get(i);
                if (t == null) {
                    continue;
                }
                if (dead(t, bench)) {
                    bench.remove(i);
                    again = true;
                    continue;
                }
                Transition simpler = t.isPlain() ? t : simpler(t, bench);
                if (!simpler.equals(t)) {
                    bench.replace(i, simpler);
                    again = true;
                }
            }
            changed |= again;
        }
        return changed | idle(bench);
    }

    private static boolean dead(Transition t, Workbench bench) {
        for (int i = 0; i < t.need().size(); i++) {
            if (bench.unreached(t.need().get(i))) {
                return true;
            }
        }
        return !t.any().isEmpty() && reached(t.any(), bench).isEmpty();
    }

    private static Transition simpler(Transition t, Workbench bench) {
        Marks any = t.any().meets(t.need()) ? Marks.NONE : reached(t.any(), bench);
        Marks clear = reached(t.clear(), bench).minus(t.need());
        Marks oneOf = any;
        List<Transition.Blocker> blockers =
                t.blockers().stream()
                        .map(b ->
                                new Transition.Blocker(
                                        reached(b.places(), bench), reached(b.unless(), bench)))
                        .filter(b -> !b.places().isEmpty())
                        // Something of `unless` is marked whenever the rest holds.
                        .filter(b -> !b.unless().meets(t.need()))
                        .filter(b -> oneOf.isEmpty() || !b.unless().hasAll(oneOf))
                        .toList();
        Marks need = t.need();
        if (any.size() == 1 && clear.has(any.first())) {
            need = need.plus(any);
            clear = clear.minus(any);
            any = Marks.NONE;
        }
        return t.needing(need).guarded(any, clear, blockers);
    }

    private static Marks reached(Marks places, Workbench bench) {
        Marks reached = places;
        for (int i = 0; i < places.size(); i++) {
            if (bench.unreached(places.get(i))) {
                reached = reached.without(places.get(i));
            }
        }
        return reached;
    }

    /// An armed event for which nothing waits any more. (It is armed with its activity only, which
    /// meets itself first.)
    private static boolean idle(Workbench bench) {
        boolean changed = false;
        for (int place = 0; place < bench.places(); place++) {
            if (bench.place(place).kind() == Place.Kind.ARMED
                    && bench.consumers(place).size() == 0
                    && !bench.unreached(place)) {
                for (int producer : bench.producers(place).toArray()) {
                    Transition t = bench.at(producer);
                    bench.replace(producer, t.putting(t.put().without(place)));
                }
                bench.begin(bench.initial().without(place), Trail.NONE);
                changed = true;
            }
        }
        return changed;
    }
}
