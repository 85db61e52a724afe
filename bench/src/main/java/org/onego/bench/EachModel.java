package org.onego.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// How long each of many inputs takes, on a warm machine: the median of some calls for each, so
/// that what the machine does at the same time isn't taken for the input's own. What is compared is
/// run in turns.
final class EachModel {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int CALLS = 15;

    private static final long WARM_UP_NANOS = 6_000_000_000L;

    private final double[][] times;

    private EachModel(double[][] times) {
        this.times = times;
    }

    @SafeVarargs
    static <T> EachModel of(List<T> inputs, Consumer<T>... tasks) {
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < end) {
            for (Consumer<T> task : tasks) {
                inputs.forEach(task);
            }
        }
        double[][] calls = new double[tasks.length * inputs.size()][CALLS];
        for (int call = 0; call < CALLS; call++) {
            for (int task = 0; task < tasks.length; task++) {
                for (int i = 0; i < inputs.size(); i++) {
                    long start = CLOCK.getCurrentThreadCpuTime();
                    tasks[task].accept(inputs.get(i));
                    calls[task * inputs.size() + i][call] = CLOCK.getCurrentThreadCpuTime() - start;
                }
            }
        }
        double[][] times = new double[tasks.length][inputs.size()];
        for (int task = 0; task < tasks.length; task++) {
            for (int i = 0; i < inputs.size(); i++) {
                double[] one = calls[task * inputs.size() + i];
                Arrays.sort(one);
                times[task][i] = one[CALLS / 2];
            }
            Arrays.sort(times[task]);
        }
        return new EachModel(times);
    }

    /// @param task which of those given, from 0
    double percentile(int task, double rank) {
        double[] sorted = times[task];
        return sorted[(int) Math.min(sorted.length - 1.0, Math.floor(sorted.length * rank / 100))];
    }
}
