package org.onego.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// `./onego bench NAME…`: measures and prints a table for each; without a name, lists what there
/// is.
public final class Main {

    private record Bench(String about, Supplier<List<Figure>> measure) {}

    private static final Map<String, Bench> ALL = new LinkedHashMap<>();

    static {
        ALL.put("merge", new Bench("six items of 40 fields become one form", MergeBench::measure));
        ALL.put("cached", new Bench("a form that was merged before", CachedFormBench::measure));
        ALL.put(
                "validate",
                new Bench("100 fields, against networknt alone", ValidateBench::measure));
        ALL.put(
                "project",
                new Bench("100 answers become an item's document", ProjectBench::measure));
        ALL.put(
                "memory",
                new Bench("heap of a compiled bundle and of a form", MemoryBench::measure));
        ALL.put(
                "prefill",
                new Bench("20 types of certificates, 300 questions", PrefillBench::measure));
        ALL.put("sound", new Bench("a process proved sound, or not", SoundBench::measure));
        ALL.put(
                "compose",
                new Bench("30 items become one process with its diagram", ComposeBench::measure));
    }

    private Main() {}

    public static void main(String[] arguments) {
        List<String> names = List.of(arguments);
        if (names.isEmpty() || !ALL.keySet().containsAll(names)) {
            names.stream()
                    .filter(name -> !ALL.containsKey(name))
                    .forEach(name -> System.err.println("There is no benchmark '" + name + "'."));
            ALL.forEach((name, bench) -> System.out.printf("  %-10s %s%n", name, bench.about()));
            System.exit(names.isEmpty() ? 0 : 2);
        }
        boolean holds = true;
        for (String name : names) {
            Bench bench = ALL.get(name);
            if (bench != null) {
                System.out.println(name + ": " + bench.about());
                List<Figure> figures = bench.measure().get();
                System.out.println(Table.of(figures));
                holds &= figures.stream().allMatch(Figure::holds);
            }
        }
        System.exit(holds ? 0 : 1);
    }
}
