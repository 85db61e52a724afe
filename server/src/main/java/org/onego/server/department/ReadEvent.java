package org.onego.server.department;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onego.bundle.element.Element;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.ResultField;
import org.onego.casefile.result.DepartmentEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the body of a report: `{"event": "accepted" | "refused" | "reviewed" | "approved" |
/// "rejected" | "delivered", "reason": …, "result": {"<subject of the item>": {"<element>":
/// value}}}`.
final class ReadEvent {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReadEvent() {}

    sealed interface Read {
        record Event(DepartmentEvent event) implements Read {}

        /// @param why what is wrong and what is expected
        record Unreadable(String why) implements Read {}
    }

    static Read of(byte[] body, CaseView view) {
        JsonNode report;
        try {
            report = JSON.readTree(body);
        } catch (JacksonException garbled) {
            return new Read.Unreadable("the body is no JSON");
        }
        String reason = report.path("reason").asString("");
        String event = report.path("event").asString("");
        return switch (event) {
            case "accepted" -> new Read.Event(new DepartmentEvent.Accepted());
            case "refused" -> new Read.Event(new DepartmentEvent.Refused(reason));
            case "reviewed" -> new Read.Event(new DepartmentEvent.Reviewed(reason));
            case "approved" -> approved(report.path("result"), view.resultFields());
            case "rejected" -> new Read.Event(new DepartmentEvent.Rejected(reason));
            case "delivered" -> new Read.Event(new DepartmentEvent.Delivered());
            default ->
                    new Read.Unreadable(
                            "'"
                                    + event
                                    + "' is no event; send accepted, refused, reviewed, approved, rejected or delivered");
        };
    }

    /// A value is taken by its element; what the case does not ask for is left aside.
    private static Read approved(JsonNode result, List<ResultField> fields) {
        Map<QuestionId, JsonNode> values = new LinkedHashMap<>();
        for (JsonNode subject : result) {
            for (Map.Entry<String, JsonNode> value : subject.properties()) {
                List<QuestionId> matching =
                        fields.stream()
                                .filter(field -> isOf(field, value.getKey()))
                                .map(ResultField::id)
                                .toList();
                if (matching.size() > 1) {
                    return new Read.Unreadable(
                            "'"
                                    + value.getKey()
                                    + "' is asked about several subjects "
                                    + matching
                                    + "; this case has to be decided at the desk");
                }
                matching.forEach(question -> values.put(question, value.getValue()));
            }
        }
        return new Read.Event(new DepartmentEvent.Approved(values));
    }

    private static boolean isOf(ResultField field, String element) {
        Element asked = field.question().element();
        return asked != null && asked.id().toString().equals(element);
    }
}
