package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Condition.Matches;
import org.onego.bundle.schema.Conditions;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a condition in the notation of the package format: `{parents: married}`.
final class WhenReader {

    /// What a condition may ask about: guide questions, or fields of an item's document.
    interface Askable {

        /// Where the value stands; empty, with a finding, when there is no such thing to ask.
        ///
        /// @param spot the entry whose key it is
        Optional<JsonPointer> at(Spot spot, String key);

        /// Reports a value that is never there.
        void checkValue(Spot spot, String key, JsonNode value);
    }

    private final JsonSchemas schemas;
    private final Askable askable;

    WhenReader(JsonSchemas schemas, Askable askable) {
        this.schemas = schemas;
        this.askable = askable;
    }

    /// @param spot a condition; where it is missing, always
    Condition read(Spot spot) {
        List<Condition> parts = new ArrayList<>();
        spot.entries()
                .forEach((key, wanted) -> {
                    if (key.equals("anyOf")) {
                        parts.add(
                                Conditions.any(
                                        wanted.elements().stream().map(this::read).toList()));
                    } else {
                        askable.at(wanted, key).ifPresent(at -> parts.add(entry(at, key, wanted)));
                    }
                });
        return Conditions.all(parts);
    }

    private Condition entry(JsonPointer at, String key, Spot wanted) {
        if (wanted.node().isObject()) {
            return Conditions.not(entry(at, key, wanted.at("not")));
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (wanted.node().isArray()) {
            ArrayNode values = schema.putArray("enum");
            for (Spot value : wanted.elements()) {
                askable.checkValue(value, key, value.node());
                values.add(value.node());
            }
        } else {
            askable.checkValue(wanted, key, wanted.node());
            schema.set("const", wanted.node());
        }
        return new Matches(at, schemas.compile(schema));
    }
}
