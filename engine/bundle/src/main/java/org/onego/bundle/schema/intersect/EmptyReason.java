package org.onego.bundle.schema.intersect;

/// Two demands that nothing meets.
///
/// @param at where in the instance the demands meet, as a pointer in which `*` stands for any name
///   or index
/// @param left the demand found first
/// @param right the one that contradicts it; the same as `left` where one alone cannot be met
public record EmptyReason(String at, Demand left, Demand right) {

    public String message() {
        String place = at.isEmpty() ? "the value" : "'" + at + "'";
        return left.equals(right)
                ? "Nothing satisfies %s at %s. Change it.".formatted(left, place)
                : "Nothing satisfies both %s and %s at %s. Change one of them."
                        .formatted(left, right, place);
    }
}
