package org.onego.bundle.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.onego.bundle.plan.Drawing.Box;
import org.onego.bundle.plan.Drawing.Point;
import org.onego.bundle.plan.ProcessGraph.Call;
import org.onego.bundle.plan.ProcessGraph.End;
import org.onego.bundle.plan.ProcessGraph.Exclusive;
import org.onego.bundle.plan.ProcessGraph.Flow;
import org.onego.bundle.plan.ProcessGraph.Parallel;
import org.onego.bundle.plan.ProcessGraph.Start;
import org.onego.bundle.plan.ProcessGraph.Step;
import org.onego.bundle.plan.ProcessGraph.Task;
import org.onego.bundle.plan.ProcessGraph.Wait;

/// A process and its drawing → BPMN 2.0 XML for Flowable.
final class WriteBpmn {

    private static final String NAMESPACE = "https://onego.org/processes";

    /// @param id the process definition's key
    /// @param bundle id of the bundle whose items are called
    record Head(String id, String name, String documentation, String bundle) {}

    private final Head head;
    private final ProcessGraph graph;
    private final Drawing drawing;
    private final BpmnModel model = new BpmnModel();

    private WriteBpmn(Head head, ProcessGraph graph, Drawing drawing) {
        this.head = head;
        this.graph = graph;
        this.drawing = drawing;
    }

    static String write(Head head, ProcessGraph graph) {
        return new WriteBpmn(head, graph, Draw.draw(SketchProcess.sketch(graph))).write();
    }

    private String write() {
        model.setTargetNamespace(NAMESPACE);
        model.setExporter("OneGo");
        Process process = new Process();
        process.setId(head.id());
        process.setName(head.name());
        process.setDocumentation(head.documentation());
        process.setExecutable(true);
        model.addProcess(process);
        graph.steps().forEach(step -> add(process, step));
        for (Flow flow : graph.flows()) {
            process.addFlowElement(sequenceFlow(flow));
        }
        drawing.boxes().forEach((id, box) -> model.addGraphicInfo(id, placed(box)));
        drawing.routes()
                .forEach((id, route) ->
                        model.addFlowGraphicInfoList(
                                id, route.stream().map(WriteBpmn::placed).toList()));
        drawing.labels().forEach((id, box) -> model.addLabelGraphicInfo(id, placed(box)));
        byte[] xml = new BpmnXMLConverter().convertToXML(model);
        return BpmnDocument.parse(new String(xml, StandardCharsets.UTF_8))
                .withIncomingAndOutgoing()
                .toXml();
    }

    private void add(Process process, Step step) {
        FlowNode node =
                switch (step) {
                    case Start _ -> new StartEvent();
                    case End _ -> new EndEvent();
                    case Parallel _ -> new ParallelGateway();
                    case Exclusive _ -> exclusive(graph.from(step));
                    case Task _ -> task();
                    case Wait _ -> new ReceiveTask();
                    case Call call ->
                            new CallItem(call.item(), call.part()).inBundle(head.bundle());
                };
        node.setId(step.id());
        if (!step.name().isEmpty()) {
            node.setName(step.name());
        }
        process.addFlowElement(node);
    }

    private static UserTask task() {
        UserTask task = new UserTask();
        task.setCandidateGroups(List.of("${" + ProcessVariables.DEPARTMENT + "}"));
        return task;
    }

    private static ExclusiveGateway exclusive(List<Flow> outgoing) {
        ExclusiveGateway gateway = new ExclusiveGateway();
        outgoing.stream()
                .filter(Flow::otherwise)
                .forEach(flow -> gateway.setDefaultFlow(flow.id()));
        return gateway;
    }

    private static SequenceFlow sequenceFlow(Flow flow) {
        SequenceFlow written = new SequenceFlow(flow.from(), flow.to());
        written.setId(flow.id());
        if (!flow.name().isEmpty()) {
            written.setName(flow.name());
        }
        written.setConditionExpression(flow.condition());
        return written;
    }

    private static GraphicInfo placed(Box box) {
        return new GraphicInfo(box.x(), box.y(), box.height(), box.width());
    }

    private static GraphicInfo placed(Point point) {
        return new GraphicInfo(point.x(), point.y());
    }
}
