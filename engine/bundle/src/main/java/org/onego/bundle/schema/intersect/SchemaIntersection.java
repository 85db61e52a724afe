package org.onego.bundle.schema.intersect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Intersects JSON Schemas (2020-12; draft-07 is read as well): what comes out accepts a value
/// exactly when each of them does.
///
/// ```java
/// switch (SchemaIntersection.standard().of(List.of(a, b))) {
///     case Intersection.Intersected(JsonNode schema, Verdict verdict) -> …
///     case Intersection.NotIntersected(List<Problem> problems) -> …
/// }
/// ```
///
/// What cannot be combined keyword by keyword stays in an `allOf`. The same schema twice is the
/// schema in its normal form, and a normal form stays as it is.
public final class SchemaIntersection {

    private final Evaluation evaluation;
    private final Limits limits;

    public SchemaIntersection(Evaluation evaluation, Limits limits) {
        this.evaluation = evaluation;
        this.limits = limits;
    }

    /// With `format` checked and the usual limits.
    public static SchemaIntersection standard() {
        return new SchemaIntersection(Evaluation.withFormats(), Limits.DEFAULT);
    }

    /// Right for readers who check `format` and for those who take it as an annotation.
    public static SchemaIntersection forEveryReader() {
        return new SchemaIntersection(Evaluation.withFormatsOrWithout(), Limits.DEFAULT);
    }

    /// @throws IllegalArgumentException when there is no schema at all
    public Intersection of(List<JsonNode> schemas) {
        if (schemas.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no intersection of no schemas; give at least one");
        }
        return switch (new ReadSchemas(evaluation, limits).of(schemas)) {
            case ReadSchemas.Reading.Unreadable(List<Problem> problems) ->
                    new Intersection.NotIntersected(problems);
            case ReadSchemas.Reading.Readable readable -> intersected(readable);
        };
    }

    private static List<JsonNode> distinct(List<JsonNode> schemas) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        schemas.forEach(schema -> byKey.putIfAbsent(Json.key(schema), schema));
        return List.copyOf(byKey.values());
    }

    private Intersection intersected(ReadSchemas.Reading.Readable read) {
        List<JsonNode> schemas = distinct(read.schemas());
        References references = new References(read.definitions(), limits);
        Budget budget = new Budget(limits.work());
        try {
            Combine combine =
                    Combine.with(new Combine.Context(references, evaluation, limits), budget);
            JsonNode schema = combine.all(schemas, "");
            if (Json.isFalse(schema)) {
                EmptyReason reason = combine.reasonAt("").orElseThrow();
                return new Intersection.Intersected(
                        schema, new Verdict.Empty(new Blame(read, evaluation).of(reason)));
            }
            Optional<JsonNode> witness = new FindWitness(combine).of(schema, schemas);
            return new Intersection.Intersected(
                    whole(schema, references),
                    witness.<Verdict>map(Verdict.Satisfiable::new).orElse(new Verdict.Unknown()));
        } catch (Budget.Spent _) {
            return new Intersection.Intersected(
                    whole(side(schemas), references), new Verdict.Unknown());
        }
    }

    /// Exact without any work: the schemas side by side.
    private static JsonNode side(List<JsonNode> schemas) {
        return schemas.size() == 1 ? schemas.getFirst() : Json.object("allOf", Json.array(schemas));
    }

    private static JsonNode whole(JsonNode schema, References references) {
        ObjectNode needed = references.neededBy(schema);
        if (needed.isEmpty()) {
            return schema;
        }
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("$defs", needed);
        return whole;
    }
}
