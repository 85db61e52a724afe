package org.onego.server.way;

import java.util.List;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// Answers that are typed in parts: a form's parameter is `question` or `question:part`.
final class Parts {

    private static final List<String> OF_A_MOMENT = List.of("y", "m", "d", "h", "i");

    private Parts() {}

    static QuestionId question(String parameter) {
        int end = parameter.indexOf(':');
        return QuestionId.parse(end < 0 ? parameter : parameter.substring(0, end));
    }

    /// What to type or choose for this parameter; empty where the answer has no such part.
    ///
    /// @param offered the values of a select; empty where anything can be typed
    static String of(String parameter, JsonNode answer, List<String> offered) {
        int end = parameter.indexOf(':');
        String value = answer.asString();
        if (end < 0) {
            return value;
        }
        if (!offered.isEmpty()) {
            return offered.stream()
                    .filter(code -> !code.isEmpty() && liesIn(value, code))
                    .findFirst()
                    .orElse("");
        }
        String[] parts = value.split("[-T:]");
        int at = OF_A_MOMENT.indexOf(parameter.substring(end + 1));
        return at >= 0 && at < parts.length ? parts[at] : "";
    }

    /// The codes of divisions: 130000, 130600, 130602, 130602003.
    private static boolean liesIn(String code, String above) {
        return code.startsWith(above.replaceAll("(00){1,2}$", ""));
    }
}
