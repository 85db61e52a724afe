package org.onego.bundle.schema.intersect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The bounds of a number and what it must be a multiple of.
///
/// @param multiples more than one only where their least common multiple has too many digits
record NumberRange(@Nullable Bound min, @Nullable Bound max, List<JsonNode> multiples) {

    static final NumberRange ANY = new NumberRange(null, null, List.of());

    private static final int DIGITS = 100;

    record Bound(JsonNode value, boolean exclusive) {
        BigDecimal number() {
            return value.decimalValue();
        }
    }

    NumberRange {
        multiples = List.copyOf(multiples);
    }

    static NumberRange of(JsonNode schema) {
        JsonNode multiple = schema.get("multipleOf");
        return new NumberRange(
                tighter(
                        bound(schema, "minimum", false),
                        bound(schema, "exclusiveMinimum", true),
                        1),
                tighter(
                        bound(schema, "maximum", false),
                        bound(schema, "exclusiveMaximum", true),
                        -1),
                multiple == null ? List.of() : List.of(multiple));
    }

    private static @Nullable Bound bound(JsonNode schema, String keyword, boolean exclusive) {
        JsonNode value = schema.get(keyword);
        return value == null ? null : new Bound(value, exclusive);
    }

    /// @param sign 1 for lower bounds, -1 for upper ones
    private static @Nullable Bound tighter(@Nullable Bound a, @Nullable Bound b, int sign) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        int order = sign > 0 ? a.number().compareTo(b.number()) : b.number().compareTo(a.number());
        return order > 0 || (order == 0 && (a.exclusive() || !b.exclusive())) ? a : b;
    }

    NumberRange meet(NumberRange other) {
        List<JsonNode> all = new ArrayList<>(multiples);
        for (JsonNode multiple : other.multiples) {
            add(all, multiple);
        }
        return new NumberRange(tighter(min, other.min, 1), tighter(max, other.max, -1), all);
    }

    private static void add(List<JsonNode> all, JsonNode multiple) {
        for (int i = 0; i < all.size(); i++) {
            Optional<JsonNode> common = commonMultiple(all.get(i), multiple);
            if (common.isPresent()) {
                all.set(i, common.get());
                return;
            }
        }
        all.add(multiple);
    }

    /// The least number that is a multiple of both; one of the two themselves where it is one.
    private static Optional<JsonNode> commonMultiple(JsonNode a, JsonNode b) {
        Optional<BigDecimal> common = leastCommonMultiple(a.decimalValue(), b.decimalValue());
        return common.map(number -> {
            if (number.compareTo(a.decimalValue()) == 0) {
                return a;
            }
            return number.compareTo(b.decimalValue()) == 0 ? b : Json.number(number);
        });
    }

    private static Optional<BigDecimal> leastCommonMultiple(BigDecimal a, BigDecimal b) {
        BigDecimal x = a.stripTrailingZeros();
        BigDecimal y = b.stripTrailingZeros();
        int scale = Math.max(0, Math.max(x.scale(), y.scale()));
        if (digits(x, scale) > DIGITS || digits(y, scale) > DIGITS) {
            return Optional.empty();
        }
        BigInteger m = x.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger n = y.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        return Optional.of(new BigDecimal(m.divide(m.gcd(n)).multiply(n), scale));
    }

    private static long digits(BigDecimal number, int scale) {
        return (long) number.precision() - number.scale() + scale;
    }

    /// The numbers in the range lie on this grid, when they lie on one.
    Optional<BigDecimal> step(boolean integers) {
        List<JsonNode> all = new ArrayList<>();
        multiples.forEach(multiple -> add(all, multiple));
        if (integers) {
            add(all, Json.number(1));
        }
        // With several that have no common multiple of bearable length, the first alone is still a
        // grid that contains them all.
        return all.stream().findFirst().map(JsonNode::decimalValue);
    }

    /// The least number of the grid that is in the range from below.
    private static BigDecimal up(Bound bound, BigDecimal step) {
        BigDecimal[] parts = bound.number().divideAndRemainder(step);
        boolean fits = parts[1].signum() == 0;
        BigDecimal count = parts[0].setScale(0, RoundingMode.DOWN);
        if (!fits && bound.number().signum() > 0 || fits && bound.exclusive()) {
            count = count.add(BigDecimal.ONE);
        }
        return count.multiply(step);
    }

    private static BigDecimal down(Bound bound, BigDecimal step) {
        return up(new Bound(Json.number(bound.number().negate()), bound.exclusive()), step)
                .negate();
    }

    /// The numbers of the grid in the range, when there are at most so many.
    Optional<List<BigDecimal>> values(boolean integers, int limit) {
        Optional<BigDecimal> step = step(integers);
        if (min != null
                && max != null
                && min.number().compareTo(max.number()) == 0
                && step.isEmpty()) {
            return Optional.of(
                    min.exclusive() || max.exclusive() ? List.of() : List.of(min.number()));
        }
        if (min == null || max == null || step.isEmpty()) {
            return Optional.empty();
        }
        if (Math.max(
                        digits(min.number(), step.get().scale()),
                        digits(max.number(), step.get().scale()))
                > 10 * DIGITS) {
            return Optional.empty();
        }
        BigDecimal last = down(max, step.get());
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = up(min, step.get());
                value.compareTo(last) <= 0;
                value = value.add(step.get())) {
            if (values.size() == limit) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(values);
    }

    /// Why no number is left, when none is.
    Optional<EmptyReason> contradiction(String at, boolean integers) {
        if (min == null || max == null) {
            return Optional.empty();
        }
        int order = min.number().compareTo(max.number());
        if (order > 0 || (order == 0 && (min.exclusive() || max.exclusive()))) {
            return Optional.of(new EmptyReason(at, lower(min), upper(max)));
        }
        if (values(integers, 1).filter(List::isEmpty).isPresent()) {
            Demand grid =
                    multiples.isEmpty()
                            ? Demand.of("type", Json.text("integer"))
                            : Demand.of("multipleOf", multiples.getFirst());
            return Optional.of(new EmptyReason(at, grid, order == 0 ? lower(min) : upper(max)));
        }
        return Optional.empty();
    }

    private static Demand lower(Bound bound) {
        return Demand.of(bound.exclusive() ? "exclusiveMinimum" : "minimum", bound.value());
    }

    private static Demand upper(Bound bound) {
        return Demand.of(bound.exclusive() ? "exclusiveMaximum" : "maximum", bound.value());
    }

    void write(ObjectNode schema, List<ObjectNode> rest) {
        if (min != null) {
            schema.set(lower(min).keyword(), min.value());
        }
        if (max != null) {
            schema.set(upper(max).keyword(), max.value());
        }
        for (int i = 0; i < multiples.size(); i++) {
            if (i == 0) {
                schema.set("multipleOf", multiples.get(i));
            } else {
                rest.add(Json.object("multipleOf", multiples.get(i)));
            }
        }
    }
}
