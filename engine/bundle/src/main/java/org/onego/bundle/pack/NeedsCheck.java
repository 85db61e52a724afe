package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onego.bundle.pack.CompiledBundle.Need;

/// Items that need each other's results could never start.
final class NeedsCheck {

    private final Spot spot;
    private final List<Need> needs;
    private final Findings findings;
    private final Set<String> done = new HashSet<>();

    private NeedsCheck(Spot spot, List<Need> needs, Findings findings) {
        this.spot = spot;
        this.needs = needs;
        this.findings = findings;
    }

    static void check(Spot spot, List<Need> needs, Findings findings) {
        var check = new NeedsCheck(spot, needs, findings);
        needs.forEach(need -> check.follow(need.item(), new LinkedHashSet<>()));
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
        needs.stream()
                .filter(need -> need.item().equals(item))
                .forEach(need -> follow(need.needs(), way));
        way.remove(item);
        done.add(item);
    }
}
