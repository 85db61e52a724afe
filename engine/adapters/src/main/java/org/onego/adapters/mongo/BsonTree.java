package org.onego.adapters.mongo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON tree as BSON and back, without a loss: numbers keep their kind, and keys that MongoDB
/// gives a meaning to (a dot inside, a dollar in front) are written with the full-width sign
/// instead.
final class BsonTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BsonTree() {}

    static BsonDocument document(ObjectNode tree) {
        BsonDocument document = new BsonDocument();
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            document.append(escaped(field.getKey()), value(field.getValue()));
        }
        return document;
    }

    static ObjectNode tree(BsonDocument document) {
        ObjectNode tree = JSON.objectNode();
        document.forEach((key, value) -> tree.set(unescaped(key), node(value)));
        return tree;
    }

    private static BsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> document((ObjectNode) node);
            case ARRAY -> array((ArrayNode) node);
            case STRING -> new BsonString(node.stringValue());
            case BOOLEAN -> BsonBoolean.valueOf(node.booleanValue());
            case NUMBER -> number(node);
            case NULL, MISSING -> BsonNull.VALUE;
            case BINARY, POJO ->
                    throw new IllegalArgumentException(
                            "a JSON tree to store must be plain JSON, not " + node.getNodeType());
        };
    }

    private static BsonValue array(ArrayNode nodes) {
        BsonArray array = new BsonArray();
        nodes.forEach(node -> array.add(value(node)));
        return array;
    }

    private static BsonValue number(JsonNode node) {
        return switch (node.numberType()) {
            case INT -> new BsonInt32(node.intValue());
            case LONG -> new BsonInt64(node.longValue());
            case FLOAT, DOUBLE -> new BsonDouble(node.doubleValue());
            case BIG_INTEGER, BIG_DECIMAL ->
                    new BsonDecimal128(new Decimal128(node.decimalValue()));
        };
    }

    private static JsonNode node(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> tree(value.asDocument());
            case ARRAY -> nodes(value.asArray());
            case STRING -> JSON.stringNode(value.asString().getValue());
            case BOOLEAN -> JSON.booleanNode(value.asBoolean().getValue());
            case INT32 -> JSON.numberNode(value.asInt32().getValue());
            case INT64 -> JSON.numberNode(value.asInt64().getValue());
            case DOUBLE -> JSON.numberNode(value.asDouble().getValue());
            case DECIMAL128 -> decimal(value.asDecimal128().getValue().bigDecimalValue());
            case NULL -> JSON.nullNode();
            default ->
                    throw new IllegalArgumentException(
                            "a stored document holds a "
                                    + value.getBsonType()
                                    + ", which is not JSON");
        };
    }

    /// Both a large whole number and a decimal one; the scale tells them apart.
    private static JsonNode decimal(BigDecimal value) {
        return value.scale() == 0 ? JSON.numberNode(value.toBigInteger()) : JSON.numberNode(value);
    }

    private static JsonNode nodes(List<BsonValue> values) {
        ArrayNode nodes = JSON.arrayNode();
        values.forEach(value -> nodes.add(node(value)));
        return nodes;
    }

    private static String escaped(String key) {
        String dotless = key.replace('.', '．');
        return dotless.startsWith("$") ? "＄" + dotless.substring(1) : dotless;
    }

    private static String unescaped(String key) {
        String dotted = key.replace('．', '.');
        return dotted.startsWith("＄") ? "$" + dotted.substring(1) : dotted;
    }
}
