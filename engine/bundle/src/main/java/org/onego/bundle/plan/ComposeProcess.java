package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.plan.ProcessGraph.Call;
import org.onego.bundle.plan.ProcessGraph.End;
import org.onego.bundle.plan.ProcessGraph.Exclusive;
import org.onego.bundle.plan.ProcessGraph.Flow;
import org.onego.bundle.plan.ProcessGraph.Parallel;
import org.onego.bundle.plan.ProcessGraph.Start;
import org.onego.bundle.plan.ProcessGraph.Step;
import org.onego.bundle.plan.Units.Part;
import org.onego.bundle.plan.Units.Unit;

/// Items, their needs and the steps they share → one process.
///
/// Sound by construction: the needs have no cycle, every parallel split is matched by joins that
/// wait for exactly one token of each branch, and every exclusive decision is merged again right
/// after the one activity that it guards. So every branch carries its token to the end whatever is
/// selected and approved.
final class ComposeProcess {

    private final Units units;
    private final NeedGraph graph;
    private final List<Step> steps = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    private ComposeProcess(Units units) {
        this.units = units;
        this.graph = units.graph();
    }

    static ProcessGraph compose(CompiledBundle bundle) {
        return compose(Units.of(bundle));
    }

    static ProcessGraph compose(Units units) {
        return new ComposeProcess(units).compose();
    }

    private ProcessGraph compose() {
        steps.add(new Start("start", "提交申请"));
        if (graph.sources().size() > 1) {
            steps.add(new Parallel("split", "同时开始"));
            flow("start", "split");
        }
        graph.items().forEach(this::addUnit);
        if (graph.sinks().size() > 1) {
            steps.add(new Parallel("join", "全部办完"));
        }
        steps.add(new End("end", "办结"));
        graph.items().forEach(this::connectUnit);
        if (graph.sinks().size() > 1) {
            graph.sinks().forEach(unit -> flow(exit(unit), "join"));
            flow("join", "end");
        } else {
            flow(graph.sinks().isEmpty() ? "start" : exit(graph.sinks().getFirst()), "end");
        }
        return new ProcessGraph(steps, flows);
    }

    private void addUnit(String id) {
        if (graph.waitsForOf(id).size() > 1) {
            steps.add(new Parallel("join_" + id, "等前面都办完"));
        }
        Unit unit = units.unit(id);
        steps.add(new Exclusive("applies_" + id, unit.part() == Part.DECIDE ? "是否受理" : "是否办理"));
        steps.add(new Call(unit.activity(), unit.name(), unit.item(), unit.part()));
        // Where two branches meet again, the drawing says enough.
        steps.add(new Exclusive("done_" + id, ""));
        if (graph.dependentsOf(id).size() > 1) {
            steps.add(new Parallel("split_" + id, "接着同时办理"));
        }
    }

    private void connectUnit(String id) {
        Collection<String> waitsFor = graph.waitsForOf(id);
        String activity = units.unit(id).activity();
        String applies = "applies_" + id;
        if (waitsFor.size() > 1) {
            waitsFor.forEach(needed -> flow(exit(needed), "join_" + id));
            flow("join_" + id, applies);
        } else if (waitsFor.size() == 1) {
            flow(exit(waitsFor.iterator().next()), applies);
        } else {
            flow(graph.sources().size() > 1 ? "split" : "start", applies);
        }
        flow(applies, activity, "办理", condition(units.unit(id)), false);
        flow(applies, "done_" + id, "跳过", null, true);
        flow(activity, "done_" + id);
        if (graph.dependentsOf(id).size() > 1) {
            flow("done_" + id, "split_" + id);
        }
    }

    /// Where a unit's branch goes on once the unit is over.
    private String exit(String id) {
        return (graph.dependentsOf(id).size() > 1 ? "split_" : "done_") + id;
    }

    private static String condition(Unit unit) {
        String item = unit.item().id();
        List<String> all = new ArrayList<>();
        all.add(
                unit.part() == Part.DECIDE
                        ? ProcessVariables.accepted(item)
                        : ProcessVariables.selected(item));
        all.add("!" + ProcessVariables.left(item));
        unit.needed().forEach(need -> all.add(holds(need)));
        unit.lifted().forEach(need -> all.add("!" + holds(need)));
        unit.needs().forEach(need -> all.add(met(need)));
        if (!unit.sharers().isEmpty()) {
            all.add(
                    unit.sharers().stream()
                            .map(ProcessVariables::accepted)
                            .collect(Collectors.joining(" || ", "(", ")")));
        }
        return "${" + String.join(" && ", all) + "}";
    }

    private static String holds(Need need) {
        return ProcessVariables.needs(need.item(), need.needs());
    }

    /// A needed item that the citizen did not take is no obstacle; one that was taken must have
    /// ended well.
    private static String met(Need need) {
        return "(!"
                + ProcessVariables.selected(need.needs())
                + " || "
                + ProcessVariables.approved(need.needs())
                + ")";
    }

    private void flow(String from, String to) {
        flow(from, to, "", null, false);
    }

    private void flow(
            String from, String to, String name, @Nullable String condition, boolean otherwise) {
        flows.add(new Flow(from, to, name, condition, otherwise));
    }
}
