package org.onego.server.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.mongo.MongoStores;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.deadline.Deadlines;
import org.onego.casefile.result.ViewCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Cases for the national upload, a table at a time. Whoever takes them takes persons' data: each
/// export is logged with the account.
@RestController("caseReport")
@SecurityRequirement(name = "account")
@Tag(name = "report")
class ReportController {

    private static final Logger log = LoggerFactory.getLogger(ReportController.class);
    private static final int PAGE = 200;

    private final MongoStores stores;
    private final CaseRows rows;

    ReportController(MongoStores stores, BundleCatalogue catalogue, Deadlines deadlines) {
        this.stores = stores;
        this.rows = new CaseRows(new ViewCase(catalogue, deadlines));
    }

    @Operation(
            operationId = "exportCases",
            summary = "Cases as CSV, as the national upload has them",
            description = "table: accept, process, result, special-procedure or material")
    @ApiResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping("/api/admin/cases/{table}.csv")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String table,
            @Parameter(description = "Submitted on this day or later")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @Parameter(hidden = true) Principal administrator) {
        Optional<Table> known =
                Arrays.stream(Table.values()).filter(each -> each.path().equals(table)).findFirst();
        if (known.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        log.info("{} exports the table {} from {}", administrator.getName(), table, from);
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=up_pro_" + table + ".csv")
                .body(out -> {
                    try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                        write(text, known.get(), from);
                    }
                });
    }

    private void write(Writer text, Table table, @Nullable LocalDate from) throws IOException {
        text.write(String.join(",", table.columns()) + "\n");
        List<CaseState> all = List.of(CaseState.values());
        List<String> page = stores.applications().withCases(all, "", PAGE);
        while (!page.isEmpty()) {
            for (String id : page) {
                Optional<Application> found =
                        stores.applications()
                                .find(id)
                                .filter(application -> isIn(application, from));
                if (found.isPresent()) {
                    for (CaseRecord each : found.get().cases()) {
                        for (List<String> row : rows.of(table, found.get(), each)) {
                            text.write(line(row));
                        }
                    }
                }
            }
            page = stores.applications().withCases(all, page.getLast(), PAGE);
        }
    }

    private static boolean isIn(Application application, @Nullable LocalDate from) {
        Application.Submission submission = application.submission();
        return submission != null && (from == null || !ChinaDay.of(submission.at()).isBefore(from));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(ReportController::cell)
                .collect(Collectors.joining(",", "", "\n"));
    }

    /// A cell that a spreadsheet would take for a formula begins with an apostrophe: citizens
    /// choose these texts.
    private static String cell(String text) {
        String plain = text.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + text : text;
        return plain.matches("(?s).*[\",\n\r].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
