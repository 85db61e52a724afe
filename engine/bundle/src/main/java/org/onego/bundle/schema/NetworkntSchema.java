package org.onego.bundle.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A schema compiled by the validator library; its messages become [SchemaError]s.
final class NetworkntSchema implements CompiledSchema {

    private final JsonNode source;
    private final Schema schema;

    NetworkntSchema(JsonNode source, Schema schema) {
        this.source = source;
        this.schema = schema;
        schema.initializeValidators();
    }

    @Override
    public JsonNode source() {
        return source;
    }

    @Override
    public boolean accepts(JsonNode value) {
        return schema.validate(value).isEmpty();
    }

    @Override
    public List<SchemaError> validate(JsonNode value) {
        return schema.validate(value).stream().map(NetworkntSchema::error).distinct().toList();
    }

    private static SchemaError error(Error error) {
        JsonNode expected = error.getSchemaNode();
        return new SchemaError(
                pointer(error.getInstanceLocation()),
                property(error),
                orEmpty(error.getKeyword()),
                expected == null ? MissingNode.getInstance() : expected);
    }

    /// For a property demanded by another one, the library names the other.
    private static String property(Error error) {
        Object[] arguments = error.getArguments();
        return "dependentRequired".equals(error.getKeyword()) && arguments.length > 0
                ? String.valueOf(arguments[0])
                : orEmpty(error.getProperty());
    }

    private static JsonPointer pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/');
            pointer.append(path.getElement(i).toString().replace("~", "~0").replace("/", "~1"));
        }
        return JsonPointer.compile(pointer.toString());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// The schema; what it was asked about is personal and is not kept.
    @Override
    public String toString() {
        return source.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NetworkntSchema that && that.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
