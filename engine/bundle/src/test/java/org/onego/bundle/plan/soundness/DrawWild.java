package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.property.Choices;

/// Draws anything that can be drawn: every kind of node, with flows from anywhere to anywhere.
/// Mostly unsound.
public final class DrawWild {

    private static final List<String> CODES = List.of("err1", "err2");

    private final Choices choices;
    private final List<Drawing.Shape> nodes = new ArrayList<>();
    private final List<Drawing.Arrow> flows = new ArrayList<>();

    private DrawWild(Choices choices) {
        this.choices = choices;
    }

    public static Drawing draw(Choices choices) {
        DrawWild draw = new DrawWild(choices);
        draw.scope("", "", 2);
        return new Drawing(draw.nodes, draw.flows);
    }

    private String node(String tag, String parent, String attributes, String body) {
        String id = tag.charAt(0) + "" + nodes.size();
        nodes.add(new Drawing.Shape(id, tag, parent, attributes, body));
        return id;
    }

    private void scope(String parent, String startBody, int depth) {
        String start = node("startEvent", parent, startAttributes(startBody), startBody);
        List<String> from = new ArrayList<>(List.of(start));
        List<String> to = new ArrayList<>();
        for (int i = choices.between(1, depth == 2 ? 7 : 4); i > 0; i--) {
            String id = inner(parent, depth);
            // Reached from something drawn before it.
            flow(choices.pick(from), id);
            from.add(id);
            to.add(id);
            if (hosts(id) && choices.chance(30)) {
                from.add(boundary(id, parent));
            }
        }
        for (int i = choices.between(1, 2); i > 0; i--) {
            to.add(node("endEvent", parent, "", endBody()));
        }
        for (String id : from) {
            boolean leads = flows.stream().anyMatch(flow -> flow.source().equals(id));
            for (int i = leads ? (choices.chance(25) ? 1 : 0) : 1; i > 0; i--) {
                flow(id, choices.pick(to.reversed()));
            }
        }
        if (depth > 0 && choices.chance(15)) {
            String handler = node("subProcess", parent, " triggeredByEvent=\"true\"", "");
            scope(handler, trigger(true), 0);
        }
    }

    private String startAttributes(String body) {
        return !body.isEmpty() && choices.chance(50) ? " isInterrupting=\"false\"" : "";
    }

    private boolean hosts(String id) {
        return nodes.stream()
                .anyMatch(node ->
                        node.id().equals(id)
                                && (node.tag().endsWith("Task")
                                        || node.tag().equals("subProcess")));
    }

    private String inner(String parent, int depth) {
        return switch (choices.between(0, depth > 0 ? 9 : 6)) {
            case 0, 1 -> node("userTask", parent, "", "");
            case 2, 3 -> node("exclusiveGateway", parent, "", "");
            case 4 -> node("parallelGateway", parent, "", "");
            case 5 -> node("inclusiveGateway", parent, "", "");
            case 6 -> node("intermediateThrowEvent", parent, "", escalation());
            default -> {
                String host = node("subProcess", parent, "", "");
                scope(host, "", depth - 1);
                yield host;
            }
        };
    }

    private String boundary(String host, String parent) {
        String trigger = trigger(false);
        String attributes =
                choices.chance(50) && !trigger.contains("error") ? " cancelActivity=\"false\"" : "";
        return node(
                "boundaryEvent", parent, " attachedToRef=\"" + host + "\"" + attributes, trigger);
    }

    private String endBody() {
        return switch (choices.between(0, 7)) {
            case 0, 1, 2, 3 -> "";
            case 4 -> "<terminateEventDefinition/>";
            case 5 -> "<terminateEventDefinition flowable:terminateAll=\"true\"/>";
            case 6 -> error();
            default -> escalation();
        };
    }

    private String trigger(boolean start) {
        return switch (choices.between(0, 3)) {
            case 0 -> "<timerEventDefinition/>";
            case 1 -> error();
            case 2 -> escalation();
            default -> start ? "<messageEventDefinition/>" : "<errorEventDefinition/>";
        };
    }

    private String error() {
        return "<errorEventDefinition errorRef=\"" + choices.pick(CODES) + "\"/>";
    }

    private static String escalation() {
        return "<escalationEventDefinition escalationRef=\"esc1\"/>";
    }

    private void flow(String source, String target) {
        flows.add(new Drawing.Arrow(source, target));
    }
}
