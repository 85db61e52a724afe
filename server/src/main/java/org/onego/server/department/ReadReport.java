package org.onego.server.department;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Element;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Pause;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.ResultField;
import org.onego.casefile.result.DepartmentEvent;
import org.onego.server.department.ReportBody.SpecialBody;
import tools.jackson.databind.JsonNode;

/// A report's body → what it says of this case.
final class ReadReport {

    private static final String STATES =
            "ACCEPTED, NOT_ACCEPTED, REVIEWED, APPROVED, REJECTED or DELIVERED";

    private ReadReport() {}

    /// @throws Refused when it says nothing that a department can report
    static DepartmentEvent of(ReportBody report, CaseView view) {
        if (report.state() == null) {
            return clock(report);
        }
        if (report.clock() != null) {
            throw new Refused(
                    Refusal.UNREADABLE, "a report has a state or a clock, not both; send two");
        }
        String reason = reason(report);
        CaseState state =
                Arrays.stream(CaseState.values())
                        .filter(each -> each.name().equals(report.state()))
                        .findFirst()
                        .orElseThrow(() -> unknown(report.state()));
        return switch (state) {
            case ACCEPTED -> new DepartmentEvent.Accepted();
            case NOT_ACCEPTED -> new DepartmentEvent.Refused(reason);
            case REVIEWED -> new DepartmentEvent.Reviewed(reason);
            case APPROVED -> new DepartmentEvent.Approved(values(report, view.resultFields()));
            case REJECTED -> new DepartmentEvent.Rejected(reason);
            case DELIVERED -> new DepartmentEvent.Delivered();
            case WAITING, HANDED_OVER, CORRECTION, SUPPLEMENT, WITHDRAWN, CANCELLED, PASSED_BY ->
                    throw unknown(report.state());
        };
    }

    private static Refused unknown(@Nullable String state) {
        return new Refused(
                Refusal.UNKNOWN_STATE,
                "'" + state + "' is no state that a department reports; send " + STATES);
    }

    private static DepartmentEvent clock(ReportBody report) {
        return switch (report.clock()) {
            case "STOPPED" -> stopped(report);
            case "RUNNING" -> new DepartmentEvent.WentOn(reason(report));
            case null, default ->
                    throw new Refused(
                            Refusal.UNKNOWN_STATE,
                            "a report must have a state ("
                                    + STATES
                                    + ") or a clock (STOPPED or RUNNING)");
        };
    }

    private static DepartmentEvent stopped(ReportBody report) {
        SpecialBody special = report.special();
        if (special == null || special.name().isBlank() || special.days() < 1) {
            throw new Refused(
                    Refusal.UNREADABLE,
                    "a clock that is STOPPED needs special: {kind, name, approvedBy, days}");
        }
        Pause.Kind kind =
                Arrays.stream(Pause.Kind.values())
                        .filter(each -> Objects.equals(each.code(), special.kind()))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.UNREADABLE,
                                        "special.kind must be A (延长审批) or B (其他)"));
        return new DepartmentEvent.Stopped(
                kind,
                new Pause.Special(special.name(), special.approvedBy(), special.days()),
                reason(report));
    }

    private static String reason(ReportBody report) {
        return report.reason() == null ? "" : report.reason();
    }

    /// A value is taken by its element; what the case does not ask for is left aside.
    private static Map<QuestionId, JsonNode> values(ReportBody report, List<ResultField> fields) {
        Map<QuestionId, JsonNode> values = new LinkedHashMap<>();
        Map<String, Map<String, JsonNode>> result =
                report.result() == null ? Map.of() : report.result();
        result.values().stream()
                .flatMap(subject -> subject.entrySet().stream())
                .forEach(value -> {
                    List<QuestionId> matching =
                            fields.stream()
                                    .filter(field -> isOf(field, value.getKey()))
                                    .map(ResultField::id)
                                    .toList();
                    if (matching.size() > 1) {
                        throw new Refused(
                                Refusal.WRONG_RESULT,
                                "'"
                                        + value.getKey()
                                        + "' is asked about several subjects "
                                        + matching
                                        + "; this case has to be decided at the desk");
                    }
                    matching.forEach(question -> values.put(question, value.getValue()));
                });
        return values;
    }

    private static boolean isOf(ResultField field, String element) {
        Element asked = field.question().element();
        return asked != null && asked.id().toString().equals(element);
    }
}
