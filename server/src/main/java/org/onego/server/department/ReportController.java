package org.onego.server.department;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.onego.adapters.departments.CasePayload;
import org.onego.adapters.departments.SignedCall;
import org.onego.adapters.departments.WriteCase;
import org.onego.casefile.DepartmentService;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.TakeCallback.Report;
import org.onego.server.department.Answers.Standing;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What departments' systems report about their cases, and how these stand; a case of another
/// department does not exist for them.
@RestController
@SecurityRequirement(name = "signature")
@ApiResponse(responseCode = "200", description = "Done", useReturnTypeSchema = true)
@ApiResponse(
        responseCode = "4XX",
        description = "Nothing has changed",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = DepartmentApi.Problem.class)))
@Tag(name = "cases", description = "Cases of departments with systems of their own (push and pull)")
class ReportController {

    private static final int LONGEST_KEY = 200;

    private final DepartmentService departments;
    private final WriteCase write;
    private final RecordCalls records;

    ReportController(DepartmentService departments, WriteCase write, RecordCalls records) {
        this.departments = departments;
        this.write = write;
        this.records = records;
    }

    @Operation(
            operationId = "report",
            summary = "Report what has become of a case",
            description =
                    "The same Idempotency-Key with the same body again answers how the case stands and changes nothing.")
    @PostMapping("/api/department/cases/{caseId}/events")
    Standing report(
            @PathVariable String caseId,
            @Parameter(description = "Chosen by the caller, 1 to 200 characters")
                    @RequestHeader(SignedCall.IDEMPOTENCY_KEY)
                    String key,
            @Parameter(description = "Of the claim, for departments that poll")
                    @RequestHeader(name = SignedCall.LEASE, defaultValue = "")
                    String lease,
            @RequestBody ReportBody body,
            @Parameter(hidden = true) @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refused(
                    Refusal.NO_KEY,
                    "Idempotency-Key must have 1 to " + LONGEST_KEY + " characters");
        }
        CaseView before = OpenCases.open(departments, caller, caseId);
        boolean repeated =
                before.record()
                        .callback(key)
                        .filter(call -> call.digest().equals(caller.digest()))
                        .isPresent();
        CaseView after =
                OpenCases.done(
                        departments.callback(
                                caller.department(),
                                caseId,
                                ReadReport.of(body, before),
                                new Report(key, caller.digest(), lease.isEmpty() ? null : lease)),
                        caseId);
        if (repeated) {
            records.record(
                    caller.department(),
                    caller.connection().name(),
                    "POST /api/department/cases/" + caseId + "/events",
                    "repeated",
                    "the same report came before under this key");
        }
        return Standing.of(after, repeated);
    }

    @Operation(operationId = "readCase", summary = "Read a case as it stands")
    @GetMapping("/api/department/cases/{caseId}")
    CasePayload read(
            @PathVariable String caseId,
            @Parameter(hidden = true) @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return write.write(OpenCases.open(departments, caller, caseId));
    }

    @Operation(operationId = "readFile", summary = "Fetch a file of a case's materials")
    @GetMapping(
            value = "/api/department/cases/{caseId}/files/{fileId}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<InputStreamResource> file(
            @PathVariable String caseId,
            @PathVariable String fileId,
            @Parameter(hidden = true) @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        FileContent file =
                departments
                        .file(caller.department(), caseId, fileId)
                        .orElseThrow(() -> OpenCases.none(caseId));
        InputStream bytes = file.bytes();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.file().size())
                .body(new InputStreamResource(bytes));
    }
}
