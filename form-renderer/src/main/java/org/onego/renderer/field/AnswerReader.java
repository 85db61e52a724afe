package org.onego.renderer.field;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    /// Whether the form says anything about the question: an unticked box says nothing, and means
    /// something on a page that asked for it.
    public static boolean isSent(Question question, Map<String, List<String>> form) {
        String name = question.id().toString();
        return form.containsKey(name)
                || form.keySet().stream().anyMatch(key -> key.startsWith(name + ":"));
    }

    /// The answer, or null when nothing was entered.
    ///
    /// @param form parameter → values; the parts of an answer are named `question:part`
    public static @Nullable JsonNode read(Question question, Map<String, List<String>> form) {
        List<String> values =
                form.getOrDefault(question.id().toString(), List.of()).stream()
                        .map(AnswerReader::tidy)
                        .filter(text -> !text.isEmpty())
                        .toList();
        String type = SchemaFacts.type(question);
        if (type.equals("array")) {
            return array(values);
        }
        String text = text(question, form, values.isEmpty() ? "" : values.getFirst());
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case "boolean" ->
                    text.equals("true") || text.equals("false")
                            ? JSON.booleanNode(text.equals("true"))
                            : JSON.stringNode(text);
            case "integer", "number" -> number(text);
            default -> JSON.stringNode(text);
        };
    }

    private static @Nullable JsonNode array(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }

    /// Numbers of any sensible size; what is longer stays text and is named as wrong.
    private static JsonNode number(String text) {
        String digits = text.replace(",", "").replace(" ", "");
        if (!NUMBER.matcher(digits).matches()) {
            return JSON.stringNode(text);
        }
        BigDecimal value = new BigDecimal(digits);
        return value.stripTrailingZeros().scale() <= 0
                ? JSON.numberNode(value.longValue())
                : JSON.numberNode(value);
    }

    private static String text(Question question, Map<String, List<String>> form, String typed) {
        return switch (question.widget()) {
            case ID_NUMBER -> typed.replace(" ", "").replace('x', 'X');
            case MOBILE, BANK_ACCOUNT -> typed.replace(" ", "").replace("-", "");
            case DATE, DATE_TIME -> typed.isEmpty() ? date(question, form) : typed;
            case REGION -> typed.isEmpty() ? region(question, form) : typed;
            case SIGNATURE -> {
                String drawn = part(question, form, "drawn");
                yield Drawing.isDrawing(drawn) ? drawn : typed;
            }
            case TEXT,
                    LONG_TEXT,
                    NUMBER,
                    MONEY,
                    RADIO,
                    SELECT,
                    CHECKBOX_GROUP,
                    YES_NO,
                    ADDRESS,
                    STATEMENT ->
                    typed;
        };
    }

    private static String date(Question question, Map<String, List<String>> form) {
        return DateParts.join(
                part(question, form, "y"),
                part(question, form, "m"),
                part(question, form, "d"),
                part(question, form, "h"),
                part(question, form, "i"));
    }

    private static String region(Question question, Map<String, List<String>> form) {
        List<String> chosen =
                IntStream.rangeClosed(1, 6)
                        .mapToObj(level -> part(question, form, String.valueOf(level)))
                        .toList();
        String deepest = Regions.of(question).read(chosen);
        return deepest == null ? "" : deepest;
    }

    private static String part(Question question, Map<String, List<String>> form, String part) {
        List<String> values = form.getOrDefault(question.id() + ":" + part, List.of());
        return values.isEmpty() ? "" : tidy(values.getFirst());
    }

    /// Full-width letters and digits become plain ones; line ends become one kind; what can't be
    /// seen goes.
    private static String tidy(String text) {
        StringBuilder tidied = new StringBuilder(text.length());
        text.strip()
                .replace("\r\n", "\n")
                .codePoints()
                .filter(point -> point == '\n' || point == '\t' || !Character.isISOControl(point))
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
