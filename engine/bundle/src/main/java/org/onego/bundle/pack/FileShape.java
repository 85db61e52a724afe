package org.onego.bundle.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.bundle.schema.SchemaError;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first layer of findings: whether a file has the shape that its JSON Schema describes.
/// Editors complete and check with the same schemas.
final class FileShape {

    private static final JsonSchemas SCHEMAS = new JsonSchemas();
    private static final Map<String, FileShape> SHAPES = new ConcurrentHashMap<>();

    private final CompiledSchema schema;
    private final SchemaSteps steps;

    /// The shape of one kind of file, compiled once.
    ///
    /// @param kind the schema's file name before `.schema.json`
    static FileShape of(String kind) {
        return SHAPES.computeIfAbsent(kind, FileShape::new);
    }

    private FileShape(String kind) {
        String resource = kind + ".schema.json";
        try (InputStream in = FileShape.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            JsonNode source = JsonMapper.shared().readTree(in);
            this.schema = SCHEMAS.compile(source);
            this.steps = new SchemaSteps(source);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Reports what is wrong with the shape.
    ///
    /// @return whether the file can be read on: nothing is wrong, or there are only keys too many
    boolean fits(Spot file, Findings findings) {
        boolean fits = true;
        Set<JsonPointer> reported = new HashSet<>();
        for (SchemaError error : schema.validate(file.node())) {
            Spot spot = file.at(error.at());
            boolean extra = error.keyword().equals("additionalProperties");
            fits &= extra;
            if (extra) {
                unknownKey(spot, error.property(), findings);
            } else if (error.keyword().equals("propertyNames")) {
                findings.error(
                        spot.at(error.property()),
                        "the key '" + error.property() + "' does not have the right form",
                        nameAdvice(error));
            } else if (reported.add(error.at()) || error.keyword().equals("required")) {
                findings.error(spot, message(spot, error), advice(spot, error));
            }
        }
        return fits;
    }

    private void unknownKey(Spot spot, String key, Findings findings) {
        findings.error(
                spot.at(key),
                "the key '" + key + "' is not known here",
                spot.at(key).node().isNull()
                        ? "put a text with a comma in quotes; or leave the key out"
                        : Nearest.advice(key, steps.keys(spot.pointer()), "leave it out"));
    }

    private String nameAdvice(SchemaError error) {
        JsonNode names = error.expected();
        String ref = names.path("$ref").asString("");
        JsonNode target = ref.isEmpty() ? names : schema.source().at(ref.substring(1));
        return target.path("x-advice").asString("write a word of lower-case letters");
    }

    private static String message(Spot spot, SchemaError error) {
        String value = shortened(spot.node());
        return switch (error.keyword()) {
            case "required" -> "the key '" + error.property() + "' is missing";
            case "type" ->
                    value + " is " + kind(spot.node()) + ", but " + expected(error) + " is wanted";
            case "enum" -> value + " is none of " + list(error.expected());
            case "pattern", "format" -> value + " does not have the right form";
            case "minLength", "minItems", "minProperties" -> value + " is too short or empty";
            case "uniqueItems" -> value + " names something twice";
            default -> value + " breaks " + error.keyword() + " " + error.expected();
        };
    }

    private String advice(Spot spot, SchemaError error) {
        if (error.keyword().equals("required")) {
            return steps.advice(error.at().appendProperty(error.property()))
                    .map(text -> "add it; " + text)
                    .orElse("add it");
        }
        if (error.keyword().equals("enum")) {
            return Nearest.advice(
                    spot.string(),
                    error.expected().valueStream().map(JsonNode::asString).toList(),
                    "use one of these");
        }
        return steps.advice(error.at())
                .orElseGet(() ->
                        error.keyword().equals("type")
                                        && expected(error).equals("a text")
                                        && spot.node().isValueNode()
                                ? "put it in quotes"
                                : "correct it; docs/package-format.md says how");
    }

    private static String expected(SchemaError error) {
        JsonNode types = error.expected();
        return (types.isArray() ? types.valueStream() : java.util.stream.Stream.of(types))
                .map(type -> article(type.asString()))
                .collect(Collectors.joining(" or "));
    }

    private static String article(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "null" -> "null";
            default -> "a " + type;
        };
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case OBJECT -> "a mapping";
            case ARRAY -> "a list";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "empty";
        };
    }

    private static String list(JsonNode values) {
        return values.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static String shortened(JsonNode node) {
        String text = node.isString() ? "'" + node.asString() + "'" : node.toString();
        return text.length() > 60 ? text.substring(0, 57) + "…" : text;
    }
}
