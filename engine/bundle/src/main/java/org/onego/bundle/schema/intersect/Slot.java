package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A place inside a schema for one subschema, with all the schemas that are to be intersected
/// there.
record Slot(List<JsonNode> schemas) {

    static final Slot ANY = new Slot(List.of());

    Slot {
        schemas = List.copyOf(schemas);
    }

    /// Nothing is asked where no schema stands, or one that accepts everything.
    static Slot of(@Nullable JsonNode schema) {
        return schema == null || Json.isTrue(schema) ? ANY : new Slot(List.of(schema));
    }

    static Slot settled(JsonNode schema) {
        return new Slot(List.of(schema));
    }

    Slot and(Slot other) {
        List<JsonNode> all = new ArrayList<>(schemas);
        all.addAll(other.schemas);
        return new Slot(all);
    }

    boolean isAny() {
        return schemas.stream().allMatch(Json::isTrue);
    }

    boolean isFalse() {
        return schemas.stream().anyMatch(Json::isFalse);
    }

    /// One schema that says what all of them do.
    JsonNode write() {
        return switch (schemas.size()) {
            case 0 -> Json.bool(true);
            case 1 -> schemas.getFirst();
            default -> Json.object("allOf", Json.array(schemas));
        };
    }
}
