package org.onego.server.department;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.onego.adapters.departments.Signature;
import org.onego.casefile.DepartmentService;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DepartmentEvent;
import org.onego.casefile.result.DeskOutcome;
import org.onego.server.department.ReadEvent.Read;
import org.onego.server.start.OneGoProperties;
import org.onego.server.start.OneGoProperties.DepartmentConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What departments' systems report about their cases. Every call is signed with the department's
/// secret, and the signature says which department it is; a case of another department does not
/// exist for it.
@RestController
class CallbackController {

    private static final Logger log = LoggerFactory.getLogger(CallbackController.class);
    private static final int LONGEST_BODY = 1 << 20;
    private static final int LONGEST_KEY = 200;

    private final DepartmentService departments;
    private final Map<String, DepartmentConnection> connections;
    private final InstantSource clock;

    CallbackController(
            DepartmentService departments, OneGoProperties settings, InstantSource clock) {
        this.departments = departments;
        this.connections = settings.departments();
        this.clock = clock;
    }

    /// @param state where the case stands now, or null when the call was refused
    /// @param problem what is wrong and what to do, or null when nothing is
    record Answer(
            @org.jspecify.annotations.Nullable String state,
            @org.jspecify.annotations.Nullable String problem) {}

    @PostMapping("/api/department/cases/{caseId}/events")
    ResponseEntity<Answer> report(
            @PathVariable String caseId,
            @RequestHeader(name = Signature.TIMESTAMP, defaultValue = "") String timestamp,
            @RequestHeader(name = Signature.SIGNATURE, defaultValue = "") String signature,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "a report may have at most " + LONGEST_BODY + " bytes");
        }
        Optional<String> department = department(request, timestamp, signature, body);
        if (department.isEmpty()) {
            log.warn(
                    "A report about case {} was refused: its signature fits no configured department",
                    caseId);
            return refused(
                    HttpStatus.UNAUTHORIZED,
                    Signature.SIGNATURE
                            + " fits no department; check the secret, the clock, and what is signed");
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "the header Idempotency-Key must have 1 to " + LONGEST_KEY + " characters");
        }
        Optional<CaseView> view = departments.open(department.get(), caseId);
        if (view.isEmpty()) {
            return refused(
                    HttpStatus.NOT_FOUND,
                    "department '" + department.get() + "' has no case '" + caseId + "'");
        }
        return switch (ReadEvent.of(body, view.get())) {
            case Read.Unreadable(String why) -> refused(HttpStatus.BAD_REQUEST, why);
            case Read.Event(DepartmentEvent event) ->
                    departments
                            .callback(department.get(), caseId, event, key)
                            .map(CallbackController::answer)
                            .orElseGet(() ->
                                    refused(
                                            HttpStatus.NOT_FOUND,
                                            "there is no case '" + caseId + "'"));
        };
    }

    private Optional<String> department(
            HttpServletRequest request, String timestamp, String signature, byte[] body) {
        return connections.values().stream()
                .filter(connection ->
                        new Signature(connection.secret())
                                        .doubt(
                                                request.getMethod(),
                                                request.getRequestURI(),
                                                timestamp,
                                                signature,
                                                body,
                                                clock.instant())
                                == null)
                .map(DepartmentConnection::department)
                .findFirst();
    }

    private static ResponseEntity<Answer> answer(DeskOutcome outcome) {
        return switch (outcome) {
            case DeskOutcome.Done(var view) ->
                    ResponseEntity.ok(new Answer(view.record().state().name(), null));
            case DeskOutcome.WrongState(var state) ->
                    refused(
                            HttpStatus.CONFLICT,
                            "the case is " + state.name() + "; this report does not fit");
            case DeskOutcome.ClaimedBy(_) ->
                    refused(HttpStatus.CONFLICT, "a clerk is handling the case at the desk");
            case DeskOutcome.WrongResult(var errors) ->
                    refused(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "the result is missing values or some are wrong: "
                                    + errors.stream()
                                            .map(error ->
                                                    error.question() + " (" + error.keyword() + ")")
                                            .toList());
            case DeskOutcome.CorrectionRefused(var why) ->
                    refused(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "the correction can't be asked for: " + why);
            case DeskOutcome.NoSuchColleague() ->
                    refused(HttpStatus.UNPROCESSABLE_CONTENT, "nobody of that name works there");
            case DeskOutcome.ReasonMissing() ->
                    refused(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "a refusal or rejection must give a reason");
        };
    }

    private static ResponseEntity<Answer> refused(HttpStatus status, String problem) {
        return ResponseEntity.status(status).body(new Answer(null, problem));
    }
}
