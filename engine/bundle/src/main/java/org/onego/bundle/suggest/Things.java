package org.onego.bundle.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is asked for, and by whom: each thing is compared once with those that share two
/// neighbouring characters with it or sound alike, however many fields ask for it.
final class Things<T> {

    private final CompareMeanings compare;
    private final Pinyin pinyin;
    private final Map<String, Meaning> things = new LinkedHashMap<>();
    private final Map<String, Set<T>> asking = new HashMap<>();
    private final Map<String, List<String>> byTrace = new HashMap<>();

    Things(CompareMeanings compare, Pinyin pinyin) {
        this.compare = compare;
        this.pinyin = pinyin;
    }

    void add(Meaning meaning, T asker) {
        String thing = meaning.what();
        if (things.putIfAbsent(thing, meaning) == null) {
            for (String trace : traces(thing)) {
                byTrace.computeIfAbsent(trace, _ -> new ArrayList<>()).add(thing);
            }
        }
        asking.computeIfAbsent(thing, _ -> new LinkedHashSet<>()).add(asker);
    }

    Set<String> all() {
        return things.keySet();
    }

    Set<T> askers(String thing) {
        return asking.getOrDefault(thing, Set.of());
    }

    /// The things that this may be, itself among them if it is here.
    Set<String> like(Meaning meaning) {
        Set<String> near = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String trace : traces(meaning.what())) {
            for (String thing : byTrace.getOrDefault(trace, List.of())) {
                Meaning other = things.get(thing);
                if (other != null
                        && seen.add(thing)
                        && compare.compare(meaning, other) >= CompareFields.LEAST) {
                    near.add(thing);
                }
            }
        }
        return near;
    }

    Set<String> like(String thing) {
        Meaning meaning = things.get(thing);
        return meaning == null ? Set.of() : like(meaning);
    }

    private Set<String> traces(String thing) {
        Set<String> traces = new LinkedHashSet<>();
        traces.add(thing);
        traces.add(pinyin.letters(thing));
        for (int i = 0; i + 1 < thing.length(); i++) {
            traces.add(thing.substring(i, i + 2));
        }
        return traces;
    }
}
