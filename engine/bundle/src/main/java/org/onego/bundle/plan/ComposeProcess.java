package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.ProcessGraph.Call;
import org.onego.bundle.plan.ProcessGraph.End;
import org.onego.bundle.plan.ProcessGraph.Exclusive;
import org.onego.bundle.plan.ProcessGraph.Flow;
import org.onego.bundle.plan.ProcessGraph.Parallel;
import org.onego.bundle.plan.ProcessGraph.Start;
import org.onego.bundle.plan.ProcessGraph.Step;

/// Items and their needs → one process.
///
/// Sound by construction: the needs have no cycle, every parallel split is matched by joins that
/// wait for exactly one token of each branch, and every exclusive decision is merged again right
/// after the one activity that it guards. So every branch carries its token to the end whatever is
/// selected and approved.
final class ComposeProcess {

    private final CompiledBundle bundle;
    private final NeedGraph graph;
    private final List<Step> steps = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    private ComposeProcess(CompiledBundle bundle) {
        this.bundle = bundle;
        this.graph = NeedGraph.of(bundle);
    }

    static ProcessGraph compose(CompiledBundle bundle) {
        return new ComposeProcess(bundle).compose();
    }

    /// The id of the call activity for an item: stable, so that cases find their activity in every
    /// version.
    static String activity(String item) {
        return "item_" + item;
    }

    private ProcessGraph compose() {
        steps.add(new Start("start", "提交申请"));
        if (graph.sources().size() > 1) {
            steps.add(new Parallel("split", "同时开始"));
            flow("start", "split");
        }
        graph.items().forEach(this::addItem);
        if (graph.sinks().size() > 1) {
            steps.add(new Parallel("join", "全部办完"));
        }
        steps.add(new End("end", "办结"));
        graph.items().forEach(this::connectItem);
        if (graph.sinks().size() > 1) {
            graph.sinks().forEach(item -> flow(exit(item), "join"));
            flow("join", "end");
        } else {
            flow(graph.sinks().isEmpty() ? "start" : exit(graph.sinks().getFirst()), "end");
        }
        return new ProcessGraph(steps, flows);
    }

    private void addItem(String item) {
        if (graph.waitsForOf(item).size() > 1) {
            steps.add(new Parallel("join_" + item, "等前面都办完"));
        }
        steps.add(new Exclusive("applies_" + item, "是否办理"));
        steps.add(new Call(activity(item), bundle.item(item).title().zh(), bundle.item(item)));
        // Where two branches meet again, the drawing says enough.
        steps.add(new Exclusive("done_" + item, ""));
        if (graph.dependentsOf(item).size() > 1) {
            steps.add(new Parallel("split_" + item, "接着同时办理"));
        }
    }

    private void connectItem(String item) {
        Collection<String> waitsFor = graph.waitsForOf(item);
        String applies = "applies_" + item;
        if (waitsFor.size() > 1) {
            waitsFor.forEach(needed -> flow(exit(needed), "join_" + item));
            flow("join_" + item, applies);
        } else if (waitsFor.size() == 1) {
            flow(exit(waitsFor.iterator().next()), applies);
        } else {
            flow(graph.sources().size() > 1 ? "split" : "start", applies);
        }
        flow(applies, activity(item), "办理", condition(item), false);
        flow(applies, "done_" + item, "跳过", null, true);
        flow(activity(item), "done_" + item);
        if (graph.dependentsOf(item).size() > 1) {
            flow("done_" + item, "split_" + item);
        }
    }

    /// Where an item's branch goes on once the item is over.
    private String exit(String item) {
        return (graph.dependentsOf(item).size() > 1 ? "split_" : "done_") + item;
    }

    /// A needed item that the citizen did not take is no obstacle; one that was taken must have
    /// ended well.
    private String condition(String item) {
        return graph.needsOf(item).stream()
                .map(needed ->
                        " && (!"
                                + ProcessVariables.selected(needed)
                                + " || "
                                + ProcessVariables.approved(needed)
                                + ")")
                .collect(Collectors.joining("", "${" + ProcessVariables.selected(item), "}"));
    }

    private void flow(String from, String to) {
        flow(from, to, "", null, false);
    }

    private void flow(
            String from, String to, String name, @Nullable String condition, boolean otherwise) {
        flows.add(new Flow(from, to, name, condition, otherwise));
    }
}
