package org.onego.bundle.schema;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// A condition over a JSON document: a guide's answers, an item's document or the answers of a
/// merged form.
///
/// All conditions of a package, whatever their notation, become one of these when the package is
/// read.
public sealed interface Condition {

    /// Holds whatever the document says.
    Condition ALWAYS = new All(List.of());

    /// Holds for no document.
    Condition NEVER = new Any(List.of());

    /// Whether the condition holds in this document.
    boolean test(JsonNode document);

    /// Every one of `conditions` holds; with none of them, always.
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(JsonNode document) {
            return conditions.stream().allMatch(condition -> condition.test(document));
        }
    }

    /// At least one of `conditions` holds; with none of them, never.
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(JsonNode document) {
            return conditions.stream().anyMatch(condition -> condition.test(document));
        }
    }

    /// The opposite of `condition`.
    record Not(Condition condition) implements Condition {
        @Override
        public boolean test(JsonNode document) {
            return !condition.test(document);
        }
    }

    /// The value at `at` is there and satisfies `schema`. A missing value satisfies nothing.
    record Matches(JsonPointer at, CompiledSchema schema) implements Condition {
        @Override
        public boolean test(JsonNode document) {
            JsonNode value = document.at(at);
            return !value.isMissingNode() && schema.accepts(value);
        }
    }
}
