package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.SharedStep;

/// Items that need each other's results could never start; nor could items that share a step when
/// one of them needs another.
final class NeedsCheck {

    private final Spot spot;
    private final Findings findings;

    /// What waits → what it waits for.
    private final Map<String, Set<String>> waits = new LinkedHashMap<>();

    private final Set<String> done = new HashSet<>();

    private NeedsCheck(Spot spot, Findings findings) {
        this.spot = spot;
        this.findings = findings;
    }

    static void check(Spot spot, List<Need> needs, List<SharedStep> shared, Findings findings) {
        var check = new NeedsCheck(spot, findings);
        Set<String> sharing = new HashSet<>();
        shared.forEach(step -> sharing.addAll(step.items()));
        for (SharedStep step : shared) {
            for (String item : step.items()) {
                check.waits(step.step(), item);
                check.waits(decisionOn(item), step.step());
            }
        }
        for (Need need : needs) {
            boolean decidedLater = sharing.contains(need.needs());
            check.waits(need.item(), decidedLater ? decisionOn(need.needs()) : need.needs());
        }
        Set.copyOf(check.waits.keySet()).stream()
                .sorted()
                .forEach(item -> check.follow(item, new LinkedHashSet<>()));
    }

    /// An item that shares a step starts before it and is decided after it.
    private static String decisionOn(String item) {
        return "the decision on " + item;
    }

    private void waits(String item, String needed) {
        waits.computeIfAbsent(item, _ -> new LinkedHashSet<>()).add(needed);
    }

    private void follow(String item, Set<String> way) {
        if (way.contains(item)) {
            List<String> circle = new ArrayList<>(way);
            circle = new ArrayList<>(circle.subList(circle.indexOf(item), circle.size()));
            circle.add(item);
            findings.error(
                    spot,
                    "the items wait for each other: " + String.join(" needs ", circle),
                    "take one of these needs out");
            return;
        }
        if (done.contains(item)) {
            return;
        }
        way.add(item);
        waits.getOrDefault(item, Set.of()).forEach(needed -> follow(needed, way));
        way.remove(item);
        done.add(item);
    }
}
