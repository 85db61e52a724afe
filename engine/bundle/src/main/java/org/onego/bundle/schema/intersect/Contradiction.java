package org.onego.bundle.schema.intersect;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.schema.language.TextLanguage;
import tools.jackson.databind.JsonNode;

/// Proves for one type that no value of it is left.
final class Contradiction {

    /// What the proofs need to know about schemas further in.
    interface Knowledge {

        /// Whether nothing satisfies all of these; false where that is not known.
        boolean nothingSatisfies(List<JsonNode> schemas);

        /// Whether whatever satisfies the first satisfies the second; false where that is not
        /// known.
        boolean implies(JsonNode given, JsonNode wanted);

        Optional<Boolean> matches(String pattern, String name);

        /// The texts in which a pattern is found; empty where no automaton knows them.
        Optional<TextLanguage> texts(String pattern);

        /// Counts work towards the limit.
        void spend(int work);

        /// Whether the schema accepts the value; empty where that is not known.
        Optional<Boolean> accepts(JsonNode schema, JsonNode value);

        /// Why nothing is left at a place further in.
        Optional<EmptyReason> reasonAt(String at);
    }

    private final Knowledge knowledge;
    private final String at;

    Contradiction(Knowledge knowledge, String at) {
        this.knowledge = knowledge;
        this.at = at;
    }

    Optional<EmptyReason> in(Conjunction all, Types.Kind kind) {
        return switch (kind) {
            case NULL, BOOLEAN -> Optional.empty();
            case INTEGER, FRACTION ->
                    all.number().contradiction(at, !all.types().has(Types.Kind.FRACTION));
            case STRING ->
                    new TextContradiction(knowledge, at)
                            .in(all.length(), all.others().patterns().values());
            case ARRAY -> new ArrayContradiction(knowledge, at).in(all.array());
            case OBJECT -> new ObjectContradiction(knowledge, at).in(all.object());
        };
    }

    static Optional<EmptyReason> count(String at, CountRange count, String min, String max) {
        JsonNode least = count.min();
        JsonNode most = count.max();
        return least != null && most != null && count.isEmpty()
                ? Optional.of(new EmptyReason(at, Demand.of(min, least), Demand.of(max, most)))
                : Optional.empty();
    }

    /// How many different values the schemas allow, when that is a known small number.
    static Optional<Set<String>> values(List<JsonNode> schemas) {
        Set<String> all = new HashSet<>();
        for (JsonNode schema : schemas) {
            Optional<Set<String>> some = values(schema);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }

    private static Optional<Set<String>> values(JsonNode schema) {
        if (Json.isFalse(schema)) {
            return Optional.of(Set.of());
        }
        Optional<Enumeration> values =
                schema.isObject() ? Enumeration.of(schema) : Optional.empty();
        if (values.isPresent()) {
            Set<String> keys = new HashSet<>();
            values.get().values().forEach(value -> keys.add(Json.key(value)));
            return Optional.of(keys);
        }
        Conjunction one = Conjunction.of(schema);
        Set<String> keys = new HashSet<>();
        for (Types.Kind kind : one.types().allowed()) {
            switch (kind) {
                case NULL -> keys.add("null");
                case BOOLEAN -> keys.addAll(Set.of("true", "false"));
                case INTEGER, FRACTION -> {
                    var numbers = one.number().values(!one.types().has(Types.Kind.FRACTION), 100);
                    if (numbers.isEmpty()) {
                        return Optional.empty();
                    }
                    numbers.get().forEach(number -> keys.add(Json.key(Json.number(number))));
                }
                case STRING -> {
                    if (one.length().most() > 0) {
                        return Optional.empty();
                    }
                    keys.add("\"\"");
                }
                case ARRAY -> {
                    if (one.array().count().most() > 0) {
                        return Optional.empty();
                    }
                    keys.add("[]");
                }
                case OBJECT -> {
                    if (one.object().count().most() > 0) {
                        return Optional.empty();
                    }
                    keys.add("{}");
                }
            }
        }
        return Optional.of(keys);
    }

    static Map.Entry<String, JsonNode> firstKeyword(JsonNode schema) {
        return schema.isObject() && !schema.isEmpty()
                ? schema.properties().iterator().next()
                : Map.entry("", schema);
    }
}
