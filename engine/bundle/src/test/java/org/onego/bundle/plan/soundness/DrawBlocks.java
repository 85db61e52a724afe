package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.onego.bundle.property.Choices;

/// Draws processes of properly nested blocks. Whatever it draws is sound.
public final class DrawBlocks {

    private static final String TIMER = "<timerEventDefinition/>";
    private static final String ERROR = "<errorEventDefinition errorRef=\"err1\"/>";
    private static final String MESSAGE = "<messageEventDefinition/>";

    /// Whether a loop is open, and whether branches are open side by side within it. There, the
    /// engine keeps an inclusive join waiting for a neighbour that could come round again.
    private enum Round {
        NONE,
        LOOP,
        BRANCHES
    }

    private final Choices choices;
    private final int blocks;
    private Round round = Round.NONE;
    private final List<Drawing.Shape> nodes = new ArrayList<>();
    private final List<Drawing.Arrow> flows = new ArrayList<>();

    private DrawBlocks(Choices choices, int blocks) {
        this.choices = choices;
        this.blocks = blocks;
    }

    /// @param blocks no block is opened when there are this many nodes
    public static Drawing draw(Choices choices, int blocks) {
        DrawBlocks draw = new DrawBlocks(choices, blocks);
        String start = draw.node("startEvent", "", "");
        String last = draw.sequence(start, "", 4);
        draw.flow(last, draw.node("endEvent", "", ""));
        return new Drawing(draw.nodes, draw.flows);
    }

    private String node(String tag, String parent, String body) {
        return node(tag, parent, "", body);
    }

    private String node(String tag, String parent, String attributes, String body) {
        String id = tag.charAt(0) + "" + nodes.size();
        nodes.add(new Drawing.Shape(id, tag, parent, attributes, body));
        return id;
    }

    private String flow(String source, String target) {
        flows.add(new Drawing.Arrow(source, target));
        return target;
    }

    /// Draws some elements after `from`; the last of them.
    private String sequence(String from, String parent, int depth) {
        String last = from;
        for (int i = choices.between(1, 3); i > 0; i--) {
            last = element(last, parent, depth);
        }
        return last;
    }

    private String element(String from, String parent, int depth) {
        if (depth == 0 || nodes.size() > blocks) {
            return flow(from, node("userTask", parent, ""));
        }
        return switch (choices.between(0, 9)) {
            case 0 -> flow(from, node("userTask", parent, ""));
            case 1 -> block(from, parent, depth, "exclusiveGateway");
            case 2 -> within(branches(), () -> block(from, parent, depth, "parallelGateway"));
            case 3 ->
                    round == Round.BRANCHES
                            ? block(from, parent, depth, "exclusiveGateway")
                            : within(
                                    branches(),
                                    () -> block(from, parent, depth, "inclusiveGateway"));
            case 4 ->
                    within(
                            round == Round.NONE ? Round.LOOP : round,
                            () -> loop(from, parent, depth));
            case 5 -> within(Round.NONE, () -> subProcess(from, parent, depth));
            case 6 -> firstEvent(from, parent, depth);
            case 7 -> interrupted(from, parent, depth);
            case 8 -> reminded(from, parent);
            default -> flow(from, node("intermediateCatchEvent", parent, TIMER));
        };
    }

    private Round branches() {
        return round == Round.NONE ? Round.NONE : Round.BRANCHES;
    }

    private String within(Round inner, Supplier<String> draw) {
        Round outer = round;
        round = inner;
        String last = draw.get();
        round = outer;
        return last;
    }

    private String block(String from, String parent, int depth, String gateway) {
        String split = flow(from, node(gateway, parent, ""));
        String join = node(gateway, parent, "");
        int branches = choices.between(2, 3);
        for (int i = 0; i < branches; i++) {
            flow(sequence(split, parent, depth - 1), join);
        }
        return join;
    }

    private String loop(String from, String parent, int depth) {
        String head = flow(from, node("exclusiveGateway", parent, ""));
        String tail = node("exclusiveGateway", parent, "");
        flow(sequence(head, parent, depth - 1), tail);
        flow(choices.chance(50) ? sequence(tail, parent, depth - 1) : tail, head);
        return tail;
    }

    private String firstEvent(String from, String parent, int depth) {
        String gateway = flow(from, node("eventBasedGateway", parent, ""));
        String merge = node("exclusiveGateway", parent, "");
        flow(flow(gateway, node("receiveTask", parent, "")), merge);
        String timer = flow(gateway, node("intermediateCatchEvent", parent, TIMER));
        flow(choices.chance(50) ? sequence(timer, parent, depth - 1) : timer, merge);
        return merge;
    }

    private String subProcess(String from, String parent, int depth) {
        String host = flow(from, node("subProcess", parent, ""));
        String start = node("startEvent", host, "");
        String last = sequence(start, host, depth - 1);
        String after = host;
        int ends = choices.between(0, 4);
        switch (ends) {
            case 0 -> flow(last, node("endEvent", host, ""));
            case 1 -> {
                // Several ends, all reached.
                String split = flow(last, node("parallelGateway", host, ""));
                flow(split, node("endEvent", host, ""));
                flow(sequence(split, host, depth - 1), node("endEvent", host, ""));
            }
            case 2 -> {
                String split = flow(last, node("exclusiveGateway", host, ""));
                flow(split, node("endEvent", host, ""));
                flow(split, node("endEvent", host, ERROR));
                after = merged(host, parent, ERROR);
            }
            case 3 -> {
                String split = flow(last, node("parallelGateway", host, ""));
                flow(sequence(split, host, depth - 1), node("endEvent", host, ""));
                flow(split, node("endEvent", host, "<terminateEventDefinition/>"));
                after = merged(host, parent, TIMER);
            }
            default -> {
                String raise =
                        node(
                                "intermediateThrowEvent",
                                host,
                                "<escalationEventDefinition escalationRef=\"esc1\"/>");
                flow(flow(last, raise), node("endEvent", host, ""));
                handler(host);
            }
        }
        return after;
    }

    /// An event sub-process in the sub-process, which interrupts it.
    private void handler(String host) {
        String handler = node("subProcess", host, " triggeredByEvent=\"true\"", "");
        String start = node("startEvent", handler, MESSAGE);
        flow(flow(start, node("userTask", handler, "")), node("endEvent", handler, ""));
    }

    private String interrupted(String from, String parent, int depth) {
        String task = flow(from, node("serviceTask", parent, ""));
        String boundary = boundary(task, parent, choices.chance(50) ? TIMER : ERROR, "");
        String merge = flow(task, node("exclusiveGateway", parent, ""));
        flow(choices.chance(50) ? sequence(boundary, parent, depth - 1) : boundary, merge);
        return merge;
    }

    private String merged(String host, String parent, String trigger) {
        String merge = flow(host, node("exclusiveGateway", parent, ""));
        flow(boundary(host, parent, trigger, ""), merge);
        return merge;
    }

    /// A non-interrupting event; an inclusive join takes its token up again.
    private String reminded(String from, String parent) {
        String host = flow(from, node("subProcess", parent, ""));
        String start = node("startEvent", host, "");
        String task = flow(start, node("userTask", host, ""));
        String boundary = boundary(task, host, TIMER, " cancelActivity=\"false\"");
        flow(task, node("endEvent", host, ""));
        flow(flow(boundary, node("userTask", host, "")), node("endEvent", host, ""));
        return host;
    }

    private String boundary(String host, String parent, String trigger, String attributes) {
        String attached = " attachedToRef=\"" + host + "\"" + attributes;
        return node("boundaryEvent", parent, attached, trigger);
    }
}
