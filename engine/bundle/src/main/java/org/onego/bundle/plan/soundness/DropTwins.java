package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Of transitions that do the same, and of places that are always marked together, one is enough. A
/// transition that puts back what it takes changes nothing.
final class DropTwins {

    private record Effect(
            Marks need,
            Marks put,
            Marks some,
            Marks any,
            Marks clear,
            List<Transition.Blocker> blockers) {}

    private record Use(
            Marks producers, Marks consumers, int roles, boolean active, boolean initial) {}

    private DropTwins() {}

    static boolean apply(Workbench bench) {
        return loops(bench) | transitions(bench) | places(bench);
    }

    private static boolean loops(Workbench bench) {
        boolean changed = false;
        for (int i = 0; i < bench.count(); i++) {
            Transition t = bench.get(i);
            if (t != null
                    && t.isPlain()
                    && t.some().isEmpty()
                    && t.need().size() == 1
                    && t.need().equals(t.put())) {
                int place = t.need().first();
                bench.remove(i);
                // It can happen whenever the place is marked.
                for (int producer : bench.producers(place).toArray()) {
                    bench.replace(producer, bench.at(producer).with(t.everything()));
                }
                for (int chooser : bench.choosers(place).toArray()) {
                    bench.replace(chooser, bench.at(chooser).with(t.everything()));
                }
                if (bench.initial().has(place)) {
                    bench.alive(t.everything());
                }
                changed = true;
            }
        }
        return changed;
    }

    private static boolean transitions(Workbench bench) {
        Map<Effect, Integer> first = new HashMap<>();
        boolean changed = false;
        for (int i = 0; i < bench.count(); i++) {
            Transition t = bench.get(i);
            if (t == null) {
                continue;
            }
            Effect effect =
                    new Effect(t.need(), t.put(), t.somePlaces(), t.any(), t.clear(), t.blockers());
            Integer twin = first.putIfAbsent(effect, i);
            if (twin != null) {
                bench.replace(twin, bench.at(twin).with(t.everything()));
                bench.remove(i);
                changed = true;
            }
        }
        return changed;
    }

    private static boolean places(Workbench bench) {
        Roles roles = new Roles(bench);
        Map<Use, List<Integer>> first = new HashMap<>();
        List<Integer> drop = new ArrayList<>();
        for (int place = 0; place < bench.places(); place++) {
            if (bench.unreached(place) || bench.choosers(place).size() > 0) {
                continue;
            }
            Use use =
                    new Use(
                            bench.producers(place).toMarks(),
                            bench.consumers(place).toMarks(),
                            roles.hash(place),
                            bench.active(place),
                            bench.initial().has(place));
            List<Integer> alike = first.computeIfAbsent(use, _ -> new ArrayList<>());
            int twin = place;
            if (alike.stream().anyMatch(other -> roles.same(other, twin))) {
                drop.add(place);
            } else {
                alike.add(place);
            }
        }
        return !drop.isEmpty() && drop(bench, Marks.of(drop));
    }

    private static boolean drop(Workbench bench, Marks places) {
        for (int i = 0; i < bench.count(); i++) {
            Transition t = bench.get(i);
            if (t != null && (t.need().meets(places) || t.put().meets(places))) {
                bench.replace(i, t.needing(t.need().minus(places)).putting(t.put().minus(places)));
            }
        }
        bench.begin(bench.initial().minus(places), Trail.NONE);
        return true;
    }
}
