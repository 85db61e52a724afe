package org.onego.bundle.plan.soundness;

import java.util.List;
import org.onego.bundle.property.Choices;

/// Changes a drawing as a careless hand would. What comes out may be sound or not.
final class Redraw {

    private static final List<String> GATEWAYS =
            List.of("exclusiveGateway", "parallelGateway", "inclusiveGateway");

    private Redraw() {}

    static Drawing some(Choices choices, Drawing drawing) {
        Drawing redrawn = drawing;
        for (int i = choices.between(1, 3); i > 0; i--) {
            redrawn = once(choices, redrawn);
        }
        return redrawn;
    }

    private static Drawing once(Choices choices, Drawing drawing) {
        int node = choices.between(0, drawing.nodes().size() - 1);
        Drawing.Shape shape = drawing.nodes().get(node);
        int flow = choices.between(0, drawing.flows().size() - 1);
        Drawing.Arrow arrow = drawing.flows().get(flow);
        return switch (choices.between(0, 4)) {
            case 0 -> gateway(choices, drawing, node);
            case 1 ->
                    drawing.with(
                            flow,
                            new Drawing.Arrow(
                                    arrow.source(), target(choices, drawing, arrow.source())));
            case 2 ->
                    shape.tag().equals("endEvent")
                            ? drawing
                            : drawing.and(
                                    new Drawing.Arrow(
                                            shape.id(), target(choices, drawing, shape.id())));
            case 3 -> boundary(drawing, node);
            default -> drawing.flows().size() > 1 ? drawing.without(flow) : drawing;
        };
    }

    /// The first gateway from there on becomes another one.
    private static Drawing gateway(Choices choices, Drawing drawing, int from) {
        for (int i = 0; i < drawing.nodes().size(); i++) {
            int node = (from + i) % drawing.nodes().size();
            if (GATEWAYS.contains(drawing.nodes().get(node).tag())) {
                return drawing.with(node, drawing.nodes().get(node).tagged(choices.pick(GATEWAYS)));
            }
        }
        return drawing;
    }

    private static Drawing boundary(Drawing drawing, int from) {
        for (int i = 0; i < drawing.nodes().size(); i++) {
            int node = (from + i) % drawing.nodes().size();
            Drawing.Shape shape = drawing.nodes().get(node);
            if (shape.tag().equals("boundaryEvent") && shape.body().contains("timer")) {
                String attributes =
                        shape.attributes().contains("cancelActivity")
                                ? shape.attributes().replace(" cancelActivity=\"false\"", "")
                                : shape.attributes() + " cancelActivity=\"false\"";
                return drawing.with(
                        node,
                        new Drawing.Shape(
                                shape.id(), shape.tag(), shape.parent(), attributes, shape.body()));
            }
        }
        return drawing;
    }

    /// A node in the same scope to which a flow may lead.
    private static String target(Choices choices, Drawing drawing, String source) {
        String parent =
                drawing.nodes().stream()
                        .filter(node -> node.id().equals(source))
                        .map(Drawing.Shape::parent)
                        .findFirst()
                        .orElseThrow();
        List<String> targets =
                drawing.nodes().stream()
                        .filter(node ->
                                node.parent().equals(parent)
                                        && !node.tag().equals("startEvent")
                                        && !node.tag().equals("boundaryEvent")
                                        && !node.attributes().contains("triggeredByEvent"))
                        .map(Drawing.Shape::id)
                        .toList();
        return choices.pick(targets);
    }
}
