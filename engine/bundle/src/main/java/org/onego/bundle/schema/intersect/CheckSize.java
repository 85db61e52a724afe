package org.onego.bundle.schema.intersect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Refuses what the stages after this one could not walk: too deep, too large, numbers that fill
/// the memory when they are calculated with. Keeps a stack of its own, so that depth costs nothing
/// here.
final class CheckSize {

    /// Digits before or behind the point.
    private static final int DIGITS = 2_000;

    private final Limits limits;

    CheckSize(Limits limits) {
        this.limits = limits;
    }

    private record Node(JsonNode value, int depth) {}

    Optional<Problem> of(JsonNode schema, int input) {
        Deque<Node> stack = new ArrayDeque<>();
        stack.push(new Node(schema, 1));
        int nodes = 0;
        while (!stack.isEmpty()) {
            Node node = stack.pop();
            if (++nodes > limits.nodes()) {
                return problem(
                        input, "has more than %d values. Split it.".formatted(limits.nodes()));
            }
            if (node.depth() > limits.depth()) {
                return problem(
                        input,
                        "is nested deeper than %d levels. Move inner schemas to $defs."
                                .formatted(limits.depth()));
            }
            if (node.value().isNumber() && !calculable(node.value())) {
                return problem(
                        input,
                        "has a number with more than %d digits. Use a smaller one."
                                .formatted(DIGITS));
            }
            for (JsonNode child : node.value().values()) {
                stack.push(new Node(child, node.depth() + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean calculable(JsonNode number) {
        if (number.isIntegralNumber()) {
            return number.isInt()
                    || number.isLong()
                    || number.bigIntegerValue().bitLength() < DIGITS * 3;
        }
        return number.decimalValueOpt()
                .filter(decimal ->
                        decimal.precision() <= DIGITS && Math.abs((long) decimal.scale()) <= DIGITS)
                .isPresent();
    }

    private static Optional<Problem> problem(int input, String message) {
        return Optional.of(new Problem(input, "", "The schema " + message));
    }
}
