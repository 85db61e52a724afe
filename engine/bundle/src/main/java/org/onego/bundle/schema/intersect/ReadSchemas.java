package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the inputs into one form: 2020-12 without `$id`, anchors and nested `$defs`; every
/// reference is `#/$defs/…` of one common set of definitions. Two schemas that read the same are
/// the same.
final class ReadSchemas {

    private final Evaluation evaluation;
    private final Limits limits;

    ReadSchemas(Evaluation evaluation, Limits limits) {
        this.evaluation = evaluation;
        this.limits = limits;
    }

    sealed interface Reading {

        /// @param schemas the inputs, in their order
        /// @param definitions what their references lead to
        /// @param origins where each schema in them stood, by identity
        record Readable(
                List<JsonNode> schemas, ObjectNode definitions, Map<JsonNode, Place> origins)
                implements Reading {}

        record Unreadable(List<Problem> problems) implements Reading {}
    }

    Reading of(List<JsonNode> inputs) {
        List<Problem> problems = new ArrayList<>();
        List<SchemaIndex> indexes = new ArrayList<>();
        CheckKeywords check = new CheckKeywords(evaluation);
        for (int i = 0; i < inputs.size(); i++) {
            Optional<Problem> tooLarge = new CheckSize(limits).of(inputs.get(i), i);
            if (tooLarge.isPresent()) {
                problems.add(tooLarge.get());
                continue;
            }
            SchemaIndex index = SchemaIndex.of(inputs.get(i), i, check);
            index.problem().ifPresent(problems::add);
            indexes.add(index);
        }
        if (!problems.isEmpty()) {
            return new Reading.Unreadable(problems);
        }
        return translate(indexes, check);
    }

    private static Reading translate(List<SchemaIndex> indexes, CheckKeywords check) {
        Definitions definitions = new Definitions();
        Map<JsonNode, Place> origins = new IdentityHashMap<>();
        List<Translate> translations =
                indexes.stream()
                        .map(index -> new Translate(index, definitions, check, origins))
                        .toList();
        List<JsonNode> schemas = new ArrayList<>();
        for (int i = 0; i < indexes.size(); i++) {
            schemas.add(translations.get(i).of(indexes.get(i).root()));
        }
        ObjectNode defined = Json.object();
        for (var named = definitions.next(); named != null; named = definitions.next()) {
            defined.set(
                    named.name(),
                    translations.get(named.place().input()).definition(named.place()));
        }
        List<Problem> problems =
                translations.stream().flatMap(each -> each.problems().stream()).toList();
        if (!problems.isEmpty()) {
            return new Reading.Unreadable(problems);
        }
        rename(
                UnifyDefinitions.of(defined, definitions.preferredNames()),
                defined,
                origins.keySet());
        return FindLoop.in(defined)
                .<Reading>map(name -> new Reading.Unreadable(List.of(loop(definitions, name))))
                .orElseGet(() -> new Reading.Readable(List.copyOf(schemas), defined, origins));
    }

    private static void rename(
            Map<String, String> names, ObjectNode defined, Set<JsonNode> schemas) {
        if (names.isEmpty()) {
            return;
        }
        for (JsonNode schema : schemas) {
            String name = names.get(Definitions.name(schema.path("$ref").stringValue("")));
            if (name != null) {
                ((ObjectNode) schema).setAll(Definitions.reference(name));
            }
        }
        defined.remove(names.keySet());
    }

    private static Problem loop(Definitions definitions, String name) {
        Place place = definitions.place(name);
        return new Problem(
                place.input(),
                place.pointer(),
                "refers to itself for the same value, without end. Remove the reference or put it under a property.");
    }
}
