package org.onego.bundle.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.IOParameter;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle.Info;
import org.onego.bundle.plan.Drawing.Box;
import org.onego.bundle.plan.Drawing.Point;
import org.onego.bundle.plan.ProcessGraph.Call;
import org.onego.bundle.plan.ProcessGraph.End;
import org.onego.bundle.plan.ProcessGraph.Exclusive;
import org.onego.bundle.plan.ProcessGraph.Flow;
import org.onego.bundle.plan.ProcessGraph.Parallel;
import org.onego.bundle.plan.ProcessGraph.Start;
import org.onego.bundle.plan.ProcessGraph.Step;

/// A composed process and its drawing → BPMN 2.0 XML for Flowable.
final class WriteBpmn {

    private static final String NAMESPACE = "https://onego.org/processes";

    private final Info bundle;
    private final ProcessGraph graph;
    private final Drawing drawing;
    private final BpmnModel model = new BpmnModel();

    private WriteBpmn(Info bundle, ProcessGraph graph, Drawing drawing) {
        this.bundle = bundle;
        this.graph = graph;
        this.drawing = drawing;
    }

    static String write(Info bundle, ProcessGraph graph, Drawing drawing) {
        return new WriteBpmn(bundle, graph, drawing).write();
    }

    private String write() {
        model.setTargetNamespace(NAMESPACE);
        model.setExporter("OneGo");
        Process process = new Process();
        process.setId(bundle.id());
        process.setName(bundle.title().zh());
        process.setDocumentation(bundle.summary().zh());
        process.setExecutable(true);
        model.addProcess(process);
        for (Step step : graph.steps()) {
            process.addFlowElement(node(step));
            model.addGraphicInfo(step.id(), placed(drawing.box(step.id())));
        }
        for (Flow flow : graph.flows()) {
            process.addFlowElement(sequenceFlow(flow));
            model.addFlowGraphicInfoList(
                    flow.id(), drawing.route(flow.id()).stream().map(WriteBpmn::placed).toList());
        }
        drawing.labels().forEach((id, box) -> model.addLabelGraphicInfo(id, placed(box)));
        byte[] xml = new BpmnXMLConverter().convertToXML(model);
        return BpmnDocument.parse(new String(xml, StandardCharsets.UTF_8))
                .withIncomingAndOutgoing()
                .toXml();
    }

    private FlowNode node(Step step) {
        FlowNode node =
                switch (step) {
                    case Start _ -> new StartEvent();
                    case End _ -> new EndEvent();
                    case Parallel _ -> new ParallelGateway();
                    case Exclusive _ -> exclusive(graph.from(step));
                    case Call call -> callActivity(call.item());
                };
        node.setId(step.id());
        if (!step.name().isEmpty()) {
            node.setName(step.name());
        }
        return node;
    }

    private static ExclusiveGateway exclusive(List<Flow> outgoing) {
        ExclusiveGateway gateway = new ExclusiveGateway();
        outgoing.stream()
                .filter(Flow::otherwise)
                .forEach(flow -> gateway.setDefaultFlow(flow.id()));
        return gateway;
    }

    /// Synchronous: a case waits in its own process, and asynchronous siblings would fight for the
    /// instance's lock.
    private CallActivity callActivity(Item item) {
        CallActivity call = new CallActivity();
        call.setCalledElement(ItemProcesses.keyOf(bundle.id(), item));
        call.setSameDeployment(true);
        call.setBusinessKey("${" + ProcessVariables.caseOf(item.id()) + "}");
        call.setInParameters(
                List.of(
                        given(
                                ProcessVariables.APPLICATION_ID,
                                null,
                                ProcessVariables.APPLICATION_ID),
                        given(ProcessVariables.caseOf(item.id()), null, ProcessVariables.CASE_ID),
                        given(null, item.id(), ProcessVariables.ITEM),
                        given(null, item.department().id(), ProcessVariables.DEPARTMENT),
                        given(null, "${false}", ProcessVariables.ACCEPTED),
                        given(null, "${false}", ProcessVariables.APPROVED)));
        call.setOutParameters(
                List.of(
                        given(
                                ProcessVariables.APPROVED,
                                null,
                                ProcessVariables.approved(item.id()))));
        return call;
    }

    private static IOParameter given(
            @Nullable String source, @Nullable String expression, String target) {
        IOParameter parameter = new IOParameter();
        parameter.setSource(source);
        parameter.setSourceExpression(expression);
        parameter.setTarget(target);
        return parameter;
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
