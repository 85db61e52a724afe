package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Prints how long a verdict takes, file text to verdict, on a warm machine. Run its `main`; it
/// judges nothing.
public final class SoundnessBench {

    private SoundnessBench() {}

    public static void main(String[] arguments) {
        List<String> models = new ArrayList<>(KnownModels.all().map(KnownModels::text).toList());
        for (int i = 0; i < 40; i++) {
            warm(models);
        }
        report("known models", models);
        for (int branches : new int[] {10, 100, 500}) {
            String wide = wide(branches);
            warm(List.of(wide));
            report(branches + " parallel branches", repeated(wide, 200));
            String blocks = chained(branches);
            warm(List.of(blocks));
            report(branches + " parallel blocks in a row", repeated(blocks, 200));
        }
    }

    private static void warm(List<String> models) {
        for (int i = 0; i < 20; i++) {
            models.forEach(SoundnessCheck::of);
        }
    }

    private static List<String> repeated(String model, int times) {
        return Collections.nCopies(times, model);
    }

    private static void report(String what, List<String> models) {
        Set<Class<?>> seen = new HashSet<>();
        long[] nanos = new long[models.size()];
        for (int i = 0; i < nanos.length; i++) {
            // The best of three, so that the garbage collector's pauses aren't taken for the
            // check's.
            nanos[i] = Long.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                Soundness verdict = SoundnessCheck.of(models.get(i));
                nanos[i] = Math.min(nanos[i], System.nanoTime() - start);
                seen.add(verdict.getClass());
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-32s %5d models  %d kinds of verdict  p50 %.3f ms  p99 %.3f ms  max %.3f ms%n",
                what,
                nanos.length,
                seen.size(),
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    /// One split into so many branches with a task each.
    static String wide(int branches) {
        List<Drawing.Shape> nodes = new ArrayList<>();
        List<Drawing.Arrow> flows = new ArrayList<>();
        frame(nodes);
        for (int i = 0; i < branches; i++) {
            nodes.add(new Drawing.Shape("t" + i, "userTask", "", "", ""));
            flows.add(new Drawing.Arrow("split", "t" + i));
            flows.add(new Drawing.Arrow("t" + i, "join"));
        }
        nodes.add(new Drawing.Shape("split", "parallelGateway", "", "", ""));
        nodes.add(new Drawing.Shape("join", "parallelGateway", "", "", ""));
        flows.add(new Drawing.Arrow("s", "split"));
        flows.add(new Drawing.Arrow("join", "e"));
        return new Drawing(nodes, flows).xml();
    }

    /// So many splits, each into two branches, one after another.
    static String chained(int blocks) {
        List<Drawing.Shape> nodes = new ArrayList<>();
        List<Drawing.Arrow> flows = new ArrayList<>();
        frame(nodes);
        String last = "s";
        for (int i = 0; i < blocks; i++) {
            nodes.add(new Drawing.Shape("split" + i, "parallelGateway", "", "", ""));
            nodes.add(new Drawing.Shape("join" + i, "parallelGateway", "", "", ""));
            flows.add(new Drawing.Arrow(last, "split" + i));
            for (String side : List.of("a", "b")) {
                nodes.add(new Drawing.Shape(side + i, "userTask", "", "", ""));
                flows.add(new Drawing.Arrow("split" + i, side + i));
                flows.add(new Drawing.Arrow(side + i, "join" + i));
            }
            last = "join" + i;
        }
        flows.add(new Drawing.Arrow(last, "e"));
        return new Drawing(nodes, flows).xml();
    }

    private static void frame(List<Drawing.Shape> nodes) {
        nodes.add(new Drawing.Shape("s", "startEvent", "", "", ""));
        nodes.add(new Drawing.Shape("e", "endEvent", "", "", ""));
    }
}
