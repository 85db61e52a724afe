package org.onego.bundle.merge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.pack.CompiledBundle.Need;

/// Which items wait for which, directly or through others.
public final class Precedence {

    private final Map<String, Set<String>> before = new HashMap<>();

    public Precedence(List<Need> needs) {
        for (Need need : needs) {
            before.computeIfAbsent(need.item(), _ -> new HashSet<>());
        }
        for (String item : List.copyOf(before.keySet())) {
            before.put(item, reach(item, needs));
        }
    }

    /// Whether `later` starts only when `earlier` has ended.
    public boolean isBefore(String earlier, String later) {
        return before.getOrDefault(later, Set.of()).contains(earlier);
    }

    private static Set<String> reach(String item, List<Need> needs) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(item));
        while (!open.isEmpty()) {
            String next = open.pop();
            for (Need need : needs) {
                if (need.item().equals(next) && found.add(need.needs())) {
                    open.push(need.needs());
                }
            }
        }
        return found;
    }
}
