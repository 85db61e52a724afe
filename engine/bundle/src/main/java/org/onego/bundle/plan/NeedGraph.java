package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Need;

/// Which item waits for which.
///
/// @param items in an order in which every item follows those it needs, else in the bundle's
/// @param needs item → all that it declares to need
/// @param waitsFor the same without those that another needed item waits for already
/// @param dependents the reverse of `waitsFor`
record NeedGraph(
        List<String> items,
        Map<String, Set<String>> needs,
        Map<String, Set<String>> waitsFor,
        Map<String, Set<String>> dependents) {

    static NeedGraph of(CompiledBundle bundle) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (BundleItem item : bundle.items()) {
            needs.put(item.item().id(), new LinkedHashSet<>());
        }
        for (Need need : bundle.needs()) {
            needs.computeIfAbsent(need.item(), _ -> new LinkedHashSet<>()).add(need.needs());
        }
        // What shares a step is decided after it.
        bundle.shared()
                .forEach(step ->
                        step.items()
                                .forEach(item ->
                                        needs.computeIfAbsent(item, _ -> new LinkedHashSet<>())
                                                .add(step.step())));
        return of(needs);
    }

    /// @param needs item → items that it needs; every item is a key
    static NeedGraph of(Map<String, Set<String>> needs) {
        List<String> order = inOrder(needs);
        Map<String, Set<String>> before = new LinkedHashMap<>();
        Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
        Map<String, Set<String>> dependents = new LinkedHashMap<>();
        order.forEach(item -> dependents.put(item, new LinkedHashSet<>()));
        for (String item : order) {
            Set<String> direct = needs.getOrDefault(item, Set.of());
            Set<String> all = new LinkedHashSet<>(direct);
            Set<String> reduced = new LinkedHashSet<>(direct);
            for (String needed : direct) {
                Set<String> earlier = before.getOrDefault(needed, Set.of());
                all.addAll(earlier);
                reduced.removeAll(earlier);
            }
            before.put(item, all);
            waitsFor.put(item, reduced);
            reduced.forEach(needed ->
                    dependents.computeIfAbsent(needed, _ -> new LinkedHashSet<>()).add(item));
        }
        return new NeedGraph(order, needs, waitsFor, dependents);
    }

    /// Only these items; one that waited for another by way of an item left out still waits, as it
    /// does in the process, where that one is passed by.
    NeedGraph only(Collection<String> selected) {
        Map<String, Set<String>> shortened = new LinkedHashMap<>();
        Map<String, Set<String>> kept = new LinkedHashMap<>();
        for (String item : items) {
            Set<String> before = new LinkedHashSet<>();
            for (String needed : needsOf(item)) {
                if (selected.contains(needed)) {
                    before.add(needed);
                } else {
                    before.addAll(shortened.getOrDefault(needed, Set.of()));
                }
            }
            shortened.put(item, before);
            if (selected.contains(item)) {
                kept.put(item, before);
            }
        }
        return of(kept);
    }

    Set<String> needsOf(String item) {
        return needs.getOrDefault(item, Set.of());
    }

    Set<String> waitsForOf(String item) {
        return waitsFor.getOrDefault(item, Set.of());
    }

    Set<String> dependentsOf(String item) {
        return dependents.getOrDefault(item, Set.of());
    }

    /// The items that can start at once.
    List<String> sources() {
        return items.stream().filter(item -> waitsForOf(item).isEmpty()).toList();
    }

    /// The items for which nothing waits.
    List<String> sinks() {
        return items.stream().filter(item -> dependentsOf(item).isEmpty()).toList();
    }

    private static List<String> inOrder(Map<String, Set<String>> needs) {
        List<String> rest = new ArrayList<>(needs.keySet());
        Set<String> placed = new LinkedHashSet<>();
        while (!rest.isEmpty()) {
            String next =
                    rest.stream()
                            .filter(item -> placed.containsAll(needs.getOrDefault(item, Set.of())))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "items "
                                                    + rest
                                                    + " wait for each other; a checked package has"
                                                    + " no such needs"));
            rest.remove(next);
            placed.add(next);
        }
        return List.copyOf(placed);
    }
}
