package org.onego.bundle.pack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.Text;
import org.onego.bundle.pack.FormParts.FieldPart;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads one field: the element it asks for, how it is called, and its schema with definitions of
/// the form written out, so that it stands on its own.
final class FieldReader {

    private static final String ELEMENT = "element:";
    private static final int DEEPEST = 20;

    private final JsonNode root;
    private final Shared shared;
    private final Findings findings;

    /// @param root the form's schema
    FieldReader(JsonNode root, Shared shared, Findings findings) {
        this.root = root;
        this.shared = shared;
        this.findings = findings;
    }

    Optional<FieldPart> read(Spot spot, String subject) {
        if (!(writtenOut(spot.node(), 0) instanceof ObjectNode schema)) {
            findings.error(
                    spot,
                    "the field's schema is " + spot.node(),
                    "write {\"$ref\": \"element:…\"}, or a schema with a title");
            return Optional.empty();
        }
        String id = elementOf(schema);
        Element element = null;
        if (id != null) {
            // A reference to an unknown element has been reported with the schema as a whole.
            element = shared.element(spot.at("$ref"), id, findings).orElse(null);
            if (element == null) {
                return Optional.empty();
            }
        }
        Text title = title(spot, schema, element);
        if (title == null) {
            return Optional.empty();
        }
        String hint = schema.path("x-hint").asString("");
        Text elementHint = element == null ? null : element.hint();
        return Optional.of(
                new FieldPart(
                        spot,
                        subject,
                        element,
                        title,
                        hint.isEmpty() ? elementHint : Text.of(hint),
                        schema));
    }

    private @Nullable Text title(Spot spot, ObjectNode schema, @Nullable Element element) {
        String own = schema.path("title").asString("");
        if (!own.isEmpty()) {
            return Text.of(own);
        }
        if (element != null) {
            return element.title();
        }
        findings.error(
                spot,
                "the field has no title, and no element that would give it one",
                "add \"title\", or refer to an element with \"$ref\": \"element:…\"");
        return null;
    }

    /// The element that a field's schema refers to, itself or in its `allOf`.
    private static @Nullable String elementOf(ObjectNode schema) {
        String ref = schema.path("$ref").asString("");
        if (ref.startsWith(ELEMENT)) {
            return ref.substring(ELEMENT.length());
        }
        for (JsonNode part : schema.path("allOf")) {
            String id = part instanceof ObjectNode object ? elementOf(object) : null;
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /// A copy in which every `$ref` into the form itself is replaced by what it refers to.
    private JsonNode writtenOut(JsonNode schema, int depth) {
        if (!(schema instanceof ObjectNode object) || depth > DEEPEST) {
            return schema;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (var entry : object.properties()) {
            JsonNode value = entry.getValue();
            copy.set(
                    entry.getKey(),
                    value.isObject()
                            ? writtenOut(value, depth + 1)
                            : value.isArray() ? list(value, depth) : value);
        }
        String ref = copy.path("$ref").asString("");
        if (!ref.startsWith("#/")) {
            return copy;
        }
        copy.remove("$ref");
        JsonNode target = writtenOut(root.at(JsonPointer.compile(ref.substring(1))), depth + 1);
        if (copy.isEmpty()) {
            return target;
        }
        copy.withArray("/allOf").insert(0, target);
        return copy;
    }

    private JsonNode list(JsonNode values, int depth) {
        var copy = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> copy.add(writtenOut(value, depth + 1)));
        return copy;
    }
}
