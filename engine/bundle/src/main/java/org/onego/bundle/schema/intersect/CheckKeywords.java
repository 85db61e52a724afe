package org.onego.bundle.schema.intersect;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Checks that the keywords of one schema have values of the right shape, so that every stage after
/// this one may rely on it. Does not look into subschemas: whoever walks there asks again.
final class CheckKeywords {

    private static final Set<String> TYPES =
            Set.of("null", "boolean", "object", "array", "number", "string", "integer");

    private final Evaluation evaluation;

    CheckKeywords(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Optional<Problem> of(Place place) {
        if (place.node().isBoolean()) {
            return Optional.empty();
        }
        if (!place.node().isObject()) {
            return Optional.of(
                    problem(place, "", place.node(), "a schema: an object, true or false"));
        }
        if (place.dialect() == Dialect.DRAFT_07 && place.node().path("$ref").isString()) {
            return Optional.empty();
        }
        for (var entry : place.node().properties()) {
            Optional<Problem> problem =
                    place.dialect()
                            .shape(entry.getKey())
                            .flatMap(shape -> expected(shape, entry.getValue()))
                            .map(expected ->
                                    problem(
                                            place,
                                            Json.step(entry.getKey()),
                                            entry.getValue(),
                                            expected));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Problem problem(Place place, String step, JsonNode value, String expected) {
        String text = value.toString();
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new Problem(
                place.input(), place.pointer() + step, "%s is not %s.".formatted(shown, expected));
    }

    /// What was expected instead of the value, or empty when it is fine.
    private Optional<String> expected(Dialect.Shape shape, JsonNode value) {
        return switch (shape) {
            case SCHEMA -> unless(isSchema(value), "a schema: an object, true or false");
            case LIST -> unless(isSchemaList(value), "a list of at least one schema");
            case SCHEMA_OR_LIST ->
                    unless(
                            isSchema(value)
                                    || (value.isArray() && all(value, CheckKeywords::isSchema)),
                            "a schema or a list of schemas");
            case MAP ->
                    unless(
                            value.isObject() && all(value, CheckKeywords::isSchema),
                            "an object of schemas");
            case PATTERN_MAP ->
                    unless(
                            value.isObject()
                                    && all(value, CheckKeywords::isSchema)
                                    && value.propertyNames().stream()
                                            .allMatch(evaluation::isPattern),
                            "an object from regular expressions of ECMA-262 to schemas");
            case DEPENDENCIES ->
                    unless(
                            value.isObject() && all(value, each -> isSchema(each) || isNames(each)),
                            "an object of schemas or lists of names");
            case COUNT -> unless(isCount(value), "a count: an integer from 0");
            case NUMBER -> unless(value.isNumber(), "a number");
            case POSITIVE ->
                    unless(
                            value.isNumber() && value.decimalValue().signum() > 0,
                            "a number greater than 0");
            case TEXT -> unless(value.isString(), "a text");
            case PATTERN ->
                    unless(
                            value.isString() && evaluation.isPattern(value.stringValue()),
                            "a regular expression of ECMA-262");
            case NAMES -> unless(isNames(value), "a list of different names");
            case NAME_LISTS ->
                    unless(
                            value.isObject() && all(value, CheckKeywords::isNames),
                            "an object of lists of names");
            case VALUES -> unless(value.isArray(), "a list of values");
            case TYPES ->
                    unless(
                            isType(value)
                                    || (value.isArray()
                                            && !value.isEmpty()
                                            && all(value, CheckKeywords::isType)),
                            "a type or a list of types (null, boolean, object, array, number, string, integer)");
            case BOOL -> unless(value.isBoolean(), "true or false");
            case ANY -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean fine, String expected) {
        return fine ? Optional.empty() : Optional.of(expected);
    }

    private static boolean all(JsonNode values, java.util.function.Predicate<JsonNode> test) {
        return values.valueStream().allMatch(test);
    }

    private static boolean isSchema(JsonNode value) {
        return value.isObject() || value.isBoolean();
    }

    private static boolean isSchemaList(JsonNode value) {
        return value.isArray() && !value.isEmpty() && all(value, CheckKeywords::isSchema);
    }

    private static boolean isType(JsonNode value) {
        return value.isString() && TYPES.contains(value.stringValue());
    }

    private static boolean isNames(JsonNode value) {
        Set<String> seen = new HashSet<>();
        return value.isArray()
                && all(value, name -> name.isString() && seen.add(name.stringValue()));
    }

    private static boolean isCount(JsonNode value) {
        return value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().stripTrailingZeros().scale() <= 0;
    }
}
