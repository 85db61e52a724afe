package org.onego.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.ProcessPlan;
import org.onego.bundle.plan.ProcessPlanner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// 30 items that wait for one another become one process with its diagram.
@State(Scope.Benchmark)
public class ComposeBench {

    private static final int ITEMS = 30;

    private final CompiledBundle bundle = bundle();
    private final String bpmn = ProcessPlanner.plan(bundle).bpmn();

    static List<Figure> measure() {
        Measure measure = Measure.averages(ComposeBench.class);
        Figure flowable =
                measure.baseline("the same process read and written by Flowable", "flowable");
        return List.of(
                flowable,
                Figure.within(
                        "composed, laid out and written",
                        measure.median("compose"),
                        flowable,
                        500e6));
    }

    /// Every item but the first waits for one or two before it.
    private static CompiledBundle bundle() {
        PackageFolder folder = new PackageFolder();
        folder.bundle(
                """
                subjects:
                  person: {title: 申请人}
                applicant: [{subject: person}]
                items: [%s]
                needs: [%s]
                """
                        .formatted(
                                IntStream.range(0, ITEMS)
                                        .mapToObj(i -> "{item: item-%d}".formatted(i))
                                        .collect(Collectors.joining(", ")),
                                IntStream.range(1, ITEMS)
                                        .mapToObj(ComposeBench::needs)
                                        .collect(Collectors.joining(", "))));
        for (int i = 0; i < ITEMS; i++) {
            folder.item(
                    "item-" + i,
                    """
                    {"type": "object", "properties": {"person": {"type": "object", "x-subject": "person",
                      "properties": {"a": {"title": "内容", "type": "string"}}}}}
                    """);
        }
        return folder.read();
    }

    private static String needs(int item) {
        String one = "{item: item-%d, needs: item-%d}".formatted(item, item / 3);
        return item % 4 == 0
                ? one + ", {item: item-%d, needs: item-%d}".formatted(item, item / 2 + 1)
                : one;
    }

    @Benchmark
    public ProcessPlan compose() {
        return ProcessPlanner.plan(bundle);
    }

    @Benchmark
    public byte[] flowable() {
        return FlowableParse.write(FlowableParse.read(bpmn));
    }
}
