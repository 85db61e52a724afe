package org.onego.bundle.schema.intersect;

/// How far an intersection goes. Past a limit the answer stays exact (an `allOf` stays, the verdict
/// is unknown) or is a [Problem].
///
/// @param depth levels of JSON in one input
/// @param nodes JSON values in one input
/// @param work steps of simplification in one intersection; counted, not timed, so that every
///   machine answers alike
/// @param branches branches that a product of two `anyOf` or two `oneOf` may have
/// @param pairs pairs of branches that are looked at to make such a product
/// @param inlined values that a referenced definition may bring in where it is intersected with
///   something
public record Limits(int depth, int nodes, long work, int branches, int pairs, int inlined) {

    public static final Limits DEFAULT = new Limits(256, 2_000_000, 3_000_000, 16, 256, 2_000);
}
