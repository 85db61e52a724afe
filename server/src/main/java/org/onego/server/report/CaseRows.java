package org.onego.server.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.Result;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseEvent;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.NationalCodes;
import org.onego.casefile.application.Pause;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.CaseMaterial;
import org.onego.casefile.result.ViewCase;

/// One case → its rows in a table. What is not known stays empty.
final class CaseRows {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ChinaDay.ZONE);

    private static final int BASIC_CODE = 12;
    private static final int IMPLEMENTATION_CODE = 31;
    private static final int HANDLING_CODE = 33;

    private final ViewCase view;

    CaseRows(ViewCase view) {
        this.view = view;
    }

    List<List<String>> of(Table table, Application application, CaseRecord record) {
        CaseView shown = view.view(application, record, Set.of());
        return switch (table) {
            case ACCEPT -> List.of(accept(shown));
            case PROCESS -> process(record);
            case RESULT -> result(shown);
            case SPECIAL_PROCEDURE -> special(record);
            case MATERIAL -> materials(shown);
        };
    }

    private static List<String> accept(CaseView shown) {
        CaseRecord record = shown.record();
        Item item = shown.item();
        return List.of(
                record.number(),
                shown.bundleTitle().zh() + "·" + item.title().zh(),
                item.title().zh(),
                code(item, IMPLEMENTATION_CODE),
                code(item, HANDLING_CODE),
                code(item, BASIC_CODE),
                shown.bundle().version(),
                shown.applicant().name(),
                "1",
                "31",
                shown.applicant().idNo(),
                shown.applicant().name(),
                shown.applicant().mobile(),
                "3",
                TIME.format(shown.submittedAt()),
                time(record.ledger().acceptedAt()),
                shown.clock().due() == null ? "" : shown.clock().due().toString(),
                switch (item.kind()) {
                    case IMMEDIATE -> "1";
                    case PROMISED -> "2";
                },
                item.department().name(),
                item.department().code() == null ? "" : item.department().code(),
                record.events().stream()
                        .filter(event -> event.state() == CaseState.ACCEPTED)
                        .findFirst()
                        .map(event -> who(event.by()))
                        .orElse(""));
    }

    /// An implementation code ends in the basic one, and a handling code begins with the
    /// implementation one.
    private static String code(Item item, int length) {
        String code = item.code();
        if (code == null || code.length() < length) {
            return "";
        }
        return length == BASIC_CODE && code.length() >= IMPLEMENTATION_CODE
                ? code.substring(IMPLEMENTATION_CODE - BASIC_CODE, IMPLEMENTATION_CODE)
                : code.substring(0, length);
    }

    private static List<List<String>> process(CaseRecord record) {
        List<List<String>> rows = new ArrayList<>();
        CaseState before = CaseState.WAITING;
        Instant began = record.events().getFirst().at();
        for (CaseEvent event : record.events()) {
            rows.add(
                    List.of(
                            record.number(),
                            NationalCodes.event(before, event.state()),
                            event.state().code(),
                            TIME.format(began),
                            TIME.format(event.at()),
                            who(event.by()),
                            Objects.requireNonNullElse(event.reason(), "")));
            before = event.state();
            began = event.at();
        }
        return rows;
    }

    private static List<List<String>> result(CaseView shown) {
        CaseRecord record = shown.record();
        List<Result> certificates =
                shown.item().results().stream()
                        .filter(result -> result.certificate() != null)
                        .toList();
        String code = NationalCodes.result(record, !certificates.isEmpty());
        if (code == null) {
            return List.of();
        }
        CaseEvent last = record.events().getLast();
        return List.of(
                List.of(
                        record.number(),
                        code,
                        TIME.format(last.at()),
                        Objects.requireNonNullElse(last.reason(), ""),
                        record.state().hasEndedWell()
                                ? certificates.stream()
                                        .map(result -> result.title().zh())
                                        .collect(Collectors.joining("、"))
                                : "",
                        "",
                        "0",
                        record.rating() == null ? "" : String.valueOf(record.rating().level())));
    }

    private static List<List<String>> special(CaseRecord record) {
        List<List<String>> rows = new ArrayList<>();
        for (Pause pause : record.ledger().pauses()) {
            Pause.Special special = pause.special();
            if (special != null && pause.kind().code() != null) {
                rows.add(
                        List.of(
                                record.number(),
                                pause.kind().code(),
                                special.name(),
                                pause.reason(),
                                TIME.format(pause.from()),
                                time(pause.to()),
                                Objects.requireNonNullElse(pause.outcome(), ""),
                                "批准人 " + special.approvedBy()));
            }
        }
        return rows;
    }

    private static List<List<String>> materials(CaseView shown) {
        List<List<String>> rows = new ArrayList<>();
        for (CaseMaterial material : shown.materials()) {
            rows.add(
                    List.of(
                            shown.record().number(),
                            material.title().zh(),
                            material.certificate() != null
                                    ? "电子证照"
                                    : material.files().isEmpty() ? "无需提交" : "附件上传",
                            String.valueOf(material.files().size()),
                            material.files().stream()
                                    .map(StoredFile::name)
                                    .collect(Collectors.joining("、"))));
        }
        return rows;
    }

    private static String who(Actor by) {
        return switch (by) {
            case Actor.Citizen() -> "申请人";
            case Actor.Clerk clerk -> clerk.name();
            case Actor.DepartmentSystem(String department) -> department;
            case Actor.Engine() -> "系统";
        };
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at);
    }
}
