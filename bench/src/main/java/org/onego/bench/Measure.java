package org.onego.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/// Runs the benchmarks of one class with JMH, each in a JVM of its own.
final class Measure {

    private static final List<String> FLAGS =
            List.of(
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /// One after the other, so that a busy moment of the machine meets all benchmarks alike.
    private static final int ROUNDS = 3;

    private final Map<String, List<Statistics>> results = new HashMap<>();

    private Measure() {}

    /// How long a call takes on average.
    static Measure averages(Class<?> benchmark) {
        return run(benchmark, 1);
    }

    /// The same with several threads at once.
    static Measure averages(Class<?> benchmark, int threads) {
        return run(benchmark, threads);
    }

    private static Measure run(Class<?> benchmark, int threads) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("-Donego.root=" + System.getProperty("onego.root", "."));
        var options =
                new OptionsBuilder()
                        .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .threads(threads)
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(700))
                        .measurementIterations(6)
                        .measurementTime(TimeValue.milliseconds(400))
                        .jvmArgs(flags.toArray(String[]::new))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build();
        Measure measure = new Measure();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                for (RunResult run : new Runner(options).run()) {
                    String name = run.getParams().getBenchmark();
                    measure.results
                            .computeIfAbsent(
                                    name.substring(name.lastIndexOf('.') + 1),
                                    _ -> new ArrayList<>())
                            .add(run.getPrimaryResult().getStatistics());
                }
            }
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmark.getSimpleName() + " could not be run", e);
        }
        return measure;
    }

    /// Of the middle round, the middle iteration.
    double median(String benchmark) {
        List<Statistics> rounds =
                Objects.requireNonNull(results.get(benchmark), "no benchmark " + benchmark);
        return rounds.stream()
                .map(each -> each.getPercentile(50))
                .sorted()
                .toList()
                .get(ROUNDS / 2);
    }

    Figure baseline(String what, String benchmark) {
        return Figure.baseline(what, median(benchmark));
    }
}
