package org.onego.bundle.plan.soundness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Branches that run straight into a waiting join (an inclusive gateway, or the end of a
/// sub-process, which waits for all that is active in it).
final class CollapseJoins {

    private final Workbench bench;
    private final List<List<Long>> roles;

    private CollapseJoins(Workbench bench) {
        this.bench = bench;
        this.roles = bench.roles();
    }

    static boolean apply(Workbench bench) {
        CollapseJoins collapse = new CollapseJoins(bench);
        boolean changed = false;
        for (int i = 0; i < bench.count(); i++) {
            Transition join = bench.get(i);
            if (join != null && !join.any().isEmpty() && join.clear().hasAll(join.any())) {
                changed |= collapse.arriveEarly(i, join);
                changed |= collapse.oneForAll(i, join);
                if (changed) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A token that can do nothing but arrive at the join counts as arrived: the join waits for it,
    /// and it comes.
    private boolean arriveEarly(int number, Transition join) {
        boolean changed = false;
        for (int arrival : join.any().toArray()) {
            for (int producer : bench.producers(arrival).toArray()) {
                Transition t = bench.at(producer);
                if (t.need().size() != 1) {
                    continue;
                }
                int place = t.need().first();
                if (bench.consumers(place).size() == 1
                        && FuseSeries.leavable(t, place)
                        && t.some().isEmpty()
                        && t.put().isOnly(arrival)
                        && onlyWaitedFor(place, number)
                        && others(place, number).equals(others(arrival, number))
                        && FuseSeries.takable(bench, place)) {
                    FuseSeries.fuse(bench, place);
                    changed = true;
                }
            }
        }
        return changed;
    }

    private boolean onlyWaitedFor(int place, int join) {
        for (long role : roles.get(place)) {
            int part = Workbench.partOf(role);
            if (Workbench.transitionOf(role) == join && (part < 2 || part % 2 == 1)) {
                return false;
            }
        }
        return true;
    }

    private Set<Long> others(int place, int join) {
        Set<Long> others = new HashSet<>();
        for (long role : roles.get(place)) {
            if (Workbench.transitionOf(role) != join) {
                others.add(role);
            }
        }
        return others;
    }

    /// When whatever marks one of the join's places could as well mark any other of them, it
    /// doesn't matter which.
    private boolean oneForAll(int number, Transition join) {
        Marks arrivals = join.any();
        if (arrivals.size() < 2
                || bench.initial().meets(arrivals)
                || join.blockers().stream()
                        .anyMatch(b -> b.unless().meets(arrivals) || b.places().meets(arrivals))) {
            return false;
        }
        Set<Long> others = others(arrivals.first(), number);
        Set<Integer> producers = new HashSet<>();
        for (int arrival : arrivals.toArray()) {
            if (bench.consumers(arrival).size() > 0 || !others(arrival, number).equals(others)) {
                return false;
            }
            for (int producer : bench.producers(arrival).toArray()) {
                producers.add(producer);
            }
            for (int chooser : bench.choosers(arrival).toArray()) {
                producers.add(chooser);
            }
        }
        Transition model = bench.at(producers.iterator().next());
        for (int producer : producers) {
            Transition t = bench.at(producer);
            if (!t.need().equals(model.need())
                    || !t.any().equals(model.any())
                    || !t.clear().equals(model.clear())
                    || !t.blockers().equals(model.blockers())
                    || !t.put().minus(arrivals).equals(model.put().minus(arrivals))
                    || !arrivals.hasAll(t.somePlaces())) {
                return false;
            }
        }
        for (int producer : producers) {
            bench.replace(producer, marking(bench.at(producer), arrivals));
        }
        return true;
    }

    private static Transition marking(Transition t, Marks arrivals) {
        Transition marking =
                t.putting(t.put().minus(arrivals).with(arrivals.first()))
                        .with(t.everything())
                        .choosing(List.of());
        return t.some().isEmpty() ? marking : marking.then(t.some().getFirst().after());
    }
}
