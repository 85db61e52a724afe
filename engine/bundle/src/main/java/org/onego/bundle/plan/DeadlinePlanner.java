package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.onego.bundle.item.Deadline;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.DeadlinePlan.Days;
import org.onego.bundle.plan.DeadlinePlan.ItemSpan;

/// Items' time limits → the bundle's.
public final class DeadlinePlanner {

    private DeadlinePlanner() {}

    /// @param items the selected ones
    public static DeadlinePlan plan(CompiledBundle bundle, Collection<String> items) {
        NeedGraph graph = NeedGraph.of(bundle).only(items);
        Map<String, Days> promised = spans(bundle, graph, Deadline::promised);
        Map<String, Days> legal = spans(bundle, graph, Deadline::legal);
        Map<String, ItemSpan> spans = new LinkedHashMap<>();
        promised.forEach((item, days) ->
                spans.put(
                        item,
                        new ItemSpan(
                                days,
                                legal.getOrDefault(item, days),
                                List.copyOf(graph.waitsForOf(item)))));
        return new DeadlinePlan(end(promised), end(legal), critical(graph, promised), spans);
    }

    private static Map<String, Days> spans(
            CompiledBundle bundle, NeedGraph graph, ToIntFunction<Deadline> limit) {
        Map<String, Days> spans = new LinkedHashMap<>();
        for (String item : graph.items()) {
            int before = 0;
            for (String needed : graph.waitsForOf(item)) {
                before = Math.max(before, until(spans, needed));
            }
            int days = limit.applyAsInt(bundle.item(item).deadline());
            spans.put(item, new Days(before, before + days));
        }
        return spans;
    }

    /// From the item that ends last back to one that starts at once.
    private static List<String> critical(NeedGraph graph, Map<String, Days> spans) {
        List<String> path = new ArrayList<>();
        Optional<String> next = latest(graph.items(), spans);
        while (next.isPresent()) {
            path.addFirst(next.get());
            next = latest(graph.waitsForOf(next.get()), spans);
        }
        return path;
    }

    private static Optional<String> latest(Collection<String> items, Map<String, Days> spans) {
        // The first of equals, in the bundle's order.
        return items.stream()
                .sorted(Comparator.comparingInt(item -> -until(spans, item)))
                .findFirst();
    }

    private static int end(Map<String, Days> spans) {
        return spans.values().stream().mapToInt(Days::until).max().orElse(0);
    }

    private static int until(Map<String, Days> spans, String item) {
        Days days = spans.get(item);
        return days == null ? 0 : days.until();
    }
}
