package org.onego.bundle.plan;

import org.onego.bundle.plan.ProcessGraph.Call;
import org.onego.bundle.plan.ProcessGraph.End;
import org.onego.bundle.plan.ProcessGraph.Exclusive;
import org.onego.bundle.plan.ProcessGraph.Flow;
import org.onego.bundle.plan.ProcessGraph.Parallel;
import org.onego.bundle.plan.ProcessGraph.Start;
import org.onego.bundle.plan.ProcessGraph.Step;
import org.onego.bundle.plan.ProcessGraph.Task;
import org.onego.bundle.plan.ProcessGraph.Wait;
import org.onego.bundle.plan.Sketch.Direction;
import org.onego.bundle.plan.Sketch.Edge;
import org.onego.bundle.plan.Sketch.Node;
import org.onego.bundle.plan.Sketch.Shape;

/// A process in BPMN's shapes and in the sizes that BPMN editors give them.
final class SketchProcess {

    private SketchProcess() {}

    static Sketch sketch(ProcessGraph process) {
        return new Sketch(
                Direction.RIGHT,
                process.steps().stream().map(SketchProcess::node).toList(),
                process.flows().stream().map(SketchProcess::edge).toList());
    }

    private static Node node(Step step) {
        return switch (step) {
            case Start start -> new Node(start.id(), Shape.CIRCLE, 36, 36, start.name());
            case End end -> new Node(end.id(), Shape.CIRCLE, 36, 36, end.name());
            case Parallel gate -> new Node(gate.id(), Shape.DIAMOND, 50, 50, gate.name());
            case Exclusive gate -> new Node(gate.id(), Shape.DIAMOND, 50, 50, gate.name());
            // The name stands inside the box.
            case Call call -> new Node(call.id(), Shape.BOX, 140, 80, "");
            case Task task -> new Node(task.id(), Shape.BOX, 100, 80, "");
            case Wait wait -> new Node(wait.id(), Shape.BOX, 100, 80, "");
        };
    }

    private static Edge edge(Flow flow) {
        return new Edge(flow.id(), flow.from(), flow.to(), flow.name());
    }
}
