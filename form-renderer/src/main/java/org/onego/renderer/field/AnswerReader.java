package org.onego.renderer.field;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What was typed becomes the answer's JSON value. Forgiving in form, never in meaning: full-width
/// digits and stray spaces are put right, a small `x` at the end of an id number becomes large;
/// what is no number stays text, so that validation names it and the page shows it again.
public final class AnswerReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,9})?");

    private AnswerReader() {}

    /// The answer, or null when nothing was entered.
    public static @Nullable JsonNode read(Question question, List<String> typed) {
        List<String> values =
                typed.stream().map(AnswerReader::tidy).filter(text -> !text.isEmpty()).toList();
        if (values.isEmpty()) {
            return null;
        }
        String type = SchemaFacts.type(question);
        if (type.equals("array")) {
            ArrayNode array = JSON.arrayNode();
            values.forEach(array::add);
            return array;
        }
        String text = values.getFirst();
        return switch (type) {
            case "boolean" ->
                    text.equals("true") || text.equals("false")
                            ? JSON.booleanNode(text.equals("true"))
                            : JSON.stringNode(text);
            case "integer", "number" -> number(text);
            default -> JSON.stringNode(wording(question, text));
        };
    }

    /// Numbers of any sensible size; what is longer stays text and is named as wrong.
    private static JsonNode number(String text) {
        String digits = text.replace(",", "");
        if (!NUMBER.matcher(digits).matches()) {
            return JSON.stringNode(text);
        }
        BigDecimal value = new BigDecimal(digits);
        return value.stripTrailingZeros().scale() <= 0
                ? JSON.numberNode(value.longValue())
                : JSON.numberNode(value);
    }

    private static String wording(Question question, String text) {
        return switch (question.widget()) {
            case ID_NUMBER -> text.replace(" ", "").replace('x', 'X');
            case MOBILE, BANK_ACCOUNT -> text.replace(" ", "").replace("-", "");
            case TEXT,
                    LONG_TEXT,
                    DATE,
                    DATE_TIME,
                    NUMBER,
                    MONEY,
                    RADIO,
                    SELECT,
                    CHECKBOX_GROUP,
                    YES_NO,
                    REGION,
                    ADDRESS,
                    UPLOAD,
                    SIGNATURE,
                    STATEMENT ->
                    text;
        };
    }

    /// Full-width letters and digits become plain ones; line ends become one kind.
    private static String tidy(String text) {
        StringBuilder tidied = new StringBuilder(text.length());
        text.strip()
                .replace("\r\n", "\n")
                .codePoints()
                .forEach(point -> {
                    boolean fullWidth =
                            point >= 0xFF10 && point <= 0xFF5A && Character.isLetterOrDigit(point);
                    tidied.append(
                            fullWidth
                                    ? Normalizer.normalize(
                                            Character.toString(point), Normalizer.Form.NFKC)
                                    : Character.toString(point));
                });
        return tidied.toString();
    }
}
