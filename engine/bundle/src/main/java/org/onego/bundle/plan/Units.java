package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.SharedStep;

/// The calls of a combined process, and which waits for which.
///
/// Most items are one call. An item that shares a step is two: until it is accepted, and from the
/// shared step on. An item with needs that depend on the guide has a call for each combination of
/// them, of which one is taken, so that nothing waits for what it does not need.
///
/// @param units id → unit, in the order of the items
/// @param graph unit → units
record Units(Map<String, Unit> units, NeedGraph graph) {

    /// What of an item's process a call runs.
    enum Part {
        WHOLE,
        /// Until it is accepted or not.
        ACCEPT,
        /// What comes after the shared steps.
        DECIDE
    }

    /// @param id ids of items are words joined by one `-`, so that `__` makes another one
    /// @param needs what must have ended well
    /// @param needed the conditional ones of `needs`
    /// @param lifted conditional needs that must not hold
    /// @param sharers the items of which one must have been accepted; of a shared step only
    record Unit(
            String id,
            Item item,
            Part part,
            List<Need> needs,
            List<Need> lifted,
            List<String> sharers) {

        /// The id of the call activity: stable, so that cases find their activity in every version.
        String activity() {
            return "item_" + id;
        }

        String name() {
            String title = item.title().zh();
            return switch (part) {
                case WHOLE -> title;
                case ACCEPT -> title + "：受理";
                case DECIDE -> title + "：审批";
            };
        }

        List<Need> needed() {
            return needs.stream().filter(Need::isConditional).toList();
        }
    }

    static Units of(CompiledBundle bundle) {
        Map<String, Unit> units = new LinkedHashMap<>();
        Map<String, List<String>> first = new LinkedHashMap<>();
        Map<String, List<String>> last = new LinkedHashMap<>();
        for (BundleItem entry : bundle.items()) {
            Item item = entry.item();
            boolean shares = !bundle.sharedBy(item.id()).isEmpty();
            List<Unit> started = started(bundle, item, shares);
            started.forEach(unit -> units.put(unit.id(), unit));
            List<String> ids = started.stream().map(Unit::id).toList();
            first.put(item.id(), ids);
            if (shares) {
                units.put(
                        item.id(),
                        new Unit(item.id(), item, Part.DECIDE, List.of(), List.of(), List.of()));
                ids = List.of(item.id());
            }
            last.put(item.id(), ids);
        }
        return new Units(units, NeedGraph.of(waits(bundle, units, first, last)));
    }

    private static List<Unit> started(CompiledBundle bundle, Item item, boolean shares) {
        List<Need> needs =
                bundle.needs().stream().filter(need -> need.item().equals(item.id())).toList();
        List<Need> conditional = needs.stream().filter(Need::isConditional).toList();
        String id = shares ? item.id() + "__accept" : item.id();
        List<Unit> started = new ArrayList<>();
        for (int lifted = 0; lifted < 1 << conditional.size(); lifted++) {
            List<Need> without = new ArrayList<>();
            for (int i = 0; i < conditional.size(); i++) {
                if ((lifted >> i & 1) == 1) {
                    without.add(conditional.get(i));
                }
            }
            started.add(
                    new Unit(
                            lifted == 0 ? id : id + "__" + lifted,
                            item,
                            shares ? Part.ACCEPT : Part.WHOLE,
                            needs.stream().filter(need -> !without.contains(need)).toList(),
                            without,
                            bundle.sharersOf(item.id())));
        }
        return started;
    }

    private static Map<String, Set<String>> waits(
            CompiledBundle bundle,
            Map<String, Unit> units,
            Map<String, List<String>> first,
            Map<String, List<String>> last) {
        Map<String, Set<String>> waits = new LinkedHashMap<>();
        units.values()
                .forEach(unit -> {
                    Set<String> before = new LinkedHashSet<>();
                    if (unit.part() == Part.DECIDE) {
                        for (SharedStep step : bundle.sharedBy(unit.item().id())) {
                            before.addAll(known(last, step.step()));
                        }
                    } else {
                        unit.needs().forEach(need -> before.addAll(known(last, need.needs())));
                        unit.sharers().forEach(item -> before.addAll(known(first, item)));
                    }
                    waits.put(unit.id(), before);
                });
        return waits;
    }

    private static List<String> known(Map<String, List<String>> units, String item) {
        return units.getOrDefault(item, List.of());
    }

    Unit unit(String id) {
        return Objects.requireNonNull(units.get(id));
    }

    /// Item → ids of the call activities that run it.
    Map<String, List<String>> activities() {
        return units.values().stream()
                .collect(
                        Collectors.groupingBy(
                                unit -> unit.item().id(),
                                LinkedHashMap::new,
                                Collectors.mapping(Unit::activity, Collectors.toList())));
    }
}
