package org.onego.bundle.schema.intersect;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `minLength` and `maxLength`, and the like. The bounds are kept as they were written.
record CountRange(@Nullable JsonNode min, @Nullable JsonNode max) {

    static final CountRange ANY = new CountRange(null, null);

    static CountRange of(JsonNode schema, String min, String max) {
        JsonNode least = schema.get(min);
        return new CountRange(
                least == null || least.decimalValue().signum() == 0 ? null : least,
                schema.get(max));
    }

    CountRange meet(CountRange other) {
        return new CountRange(larger(min, other.min), smaller(max, other.max));
    }

    static @Nullable JsonNode larger(@Nullable JsonNode a, @Nullable JsonNode b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.decimalValue().compareTo(b.decimalValue()) >= 0 ? a : b;
    }

    static @Nullable JsonNode smaller(@Nullable JsonNode a, @Nullable JsonNode b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.decimalValue().compareTo(b.decimalValue()) <= 0 ? a : b;
    }

    boolean isEmpty() {
        return min != null && max != null && min.decimalValue().compareTo(max.decimalValue()) > 0;
    }

    /// Whether the least count is above this number.
    boolean needsMoreThan(long number) {
        return min != null && min.decimalValue().compareTo(BigDecimal.valueOf(number)) > 0;
    }

    /// The least count; [Integer#MAX_VALUE] for anything larger.
    int least() {
        return min == null ? 0 : clamp(min);
    }

    /// The greatest count; [Integer#MAX_VALUE] for anything larger and for none.
    int most() {
        return max == null ? Integer.MAX_VALUE : clamp(max);
    }

    private static int clamp(JsonNode count) {
        return count.decimalValue().min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    void write(ObjectNode schema, String minKeyword, String maxKeyword) {
        if (min != null) {
            schema.set(minKeyword, min);
        }
        if (max != null) {
            schema.set(maxKeyword, max);
        }
    }
}
