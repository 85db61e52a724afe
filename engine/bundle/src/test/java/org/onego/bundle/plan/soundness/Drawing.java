package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.List;

/// A process for tests, with less ceremony than BPMN.
///
/// @param nodes in any order; a sub-process names itself as the parent of what it holds
public record Drawing(List<Shape> nodes, List<Arrow> flows) {

    /// @param parent id of the sub-process that it stands in; empty for the process
    /// @param attributes further ones, with a leading space
    /// @param body the event definition or the like
    public record Shape(String id, String tag, String parent, String attributes, String body) {
        Shape tagged(String other) {
            return new Shape(id, other, parent, attributes, body);
        }
    }

    public record Arrow(String source, String target) {}

    public Drawing {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
    }

    Drawing with(int node, Shape shape) {
        List<Shape> changed = new ArrayList<>(nodes);
        changed.set(node, shape);
        return new Drawing(changed, flows);
    }

    Drawing with(int flow, Arrow arrow) {
        List<Arrow> changed = new ArrayList<>(flows);
        changed.set(flow, arrow);
        return new Drawing(nodes, changed);
    }

    Drawing and(Arrow arrow) {
        List<Arrow> changed = new ArrayList<>(flows);
        changed.add(arrow);
        return new Drawing(nodes, changed);
    }

    Drawing without(int flow) {
        List<Arrow> changed = new ArrayList<>(flows);
        changed.remove(flow);
        return new Drawing(nodes, changed);
    }

    public String xml() {
        StringBuilder xml = new StringBuilder();
        xml.append(
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn">
                  <error id="err1" errorCode="E1"/><error id="err2" errorCode="E2"/>
                  <escalation id="esc1" escalationCode="X1"/>
                  <process id="p">
                """);
        nodes("", xml);
        xml.append("  </process>\n</definitions>\n");
        return xml.toString();
    }

    private void nodes(String parent, StringBuilder xml) {
        for (Shape shape : nodes) {
            if (shape.parent().equals(parent)) {
                xml.append(
                        "<%s id=\"%s\"%s>%s\n"
                                .formatted(
                                        shape.tag(), shape.id(), shape.attributes(), shape.body()));
                nodes(shape.id(), xml);
                xml.append("</%s>\n".formatted(shape.tag()));
            }
        }
        for (int i = 0; i < flows.size(); i++) {
            Arrow flow = flows.get(i);
            if (nodes.stream()
                    .anyMatch(n -> n.id().equals(flow.source()) && n.parent().equals(parent))) {
                xml.append(
                        "<sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>\n"
                                .formatted(i, flow.source(), flow.target()));
            }
        }
    }

    /// As a failing property shows it.
    @Override
    public String toString() {
        return xml();
    }
}
