package org.onego.server.department;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.departments.SignedCall;
import org.onego.adapters.departments.WriteCase;
import org.onego.casefile.DepartmentService;
import org.onego.server.department.Answers.Claimed;
import org.onego.server.department.Answers.ClaimedList;
import org.onego.server.department.Answers.Standing;
import org.onego.server.department.Answers.Waiting;
import org.onego.server.department.Answers.WaitingList;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Departments whose systems poll: what waits for them, and taking it for a while.
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
@Tag(name = "pull", description = "Departments whose systems poll")
class ClaimController {

    private static final int MOST = 50;
    private static final int LONGEST_WORKER = 100;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final DepartmentService departments;
    private final WriteCase write;

    ClaimController(DepartmentService departments, WriteCase write) {
        this.departments = departments;
        this.write = write;
    }

    record ClaimBody(
            @Schema(description = "What your system calls the worker, for the log")
                    @Nullable String worker,
            @Schema(minimum = "1", maximum = "50", description = "How many at most") int limit,
            @Schema(minimum = "1", maximum = "3600", description = "For how long") int seconds) {}

    record RenewBody(@Schema(minimum = "1", maximum = "3600") int seconds) {}

    @Operation(
            operationId = "waitingCases",
            summary = "List the cases that nobody has taken, the oldest first")
    @GetMapping("/api/department/cases")
    WaitingList waiting(
            @RequestParam(defaultValue = "20") int limit,
            @Parameter(hidden = true) @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return new WaitingList(
                departments.waiting(caller.department(), most(limit)).stream()
                        .map(Waiting::of)
                        .toList());
    }

    @Operation(
            operationId = "claimCases",
            summary = "Take cases for a while",
            description =
                    "Two claims at once get different cases. What is not reported in time is there for the next claim.")
    @PostMapping("/api/department/claims")
    ClaimedList claim(
            @RequestBody ClaimBody body,
            @Parameter(hidden = true) @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        String worker = body.worker() == null ? "" : body.worker();
        if (worker.length() > LONGEST_WORKER) {
            throw new Refused(
                    Refusal.UNREADABLE, "worker may have " + LONGEST_WORKER + " characters");
        }
        return new ClaimedList(
                departments
                        .claim(
                                caller.department(),
                                worker,
                                most(body.limit()),
                                time(body.seconds()))
                        .stream()
                        .map(each ->
                                new Claimed(
                                        each.lease().token(),
                                        each.lease().until(),
                                        write.write(each.view())))
                        .toList());
    }

    @Operation(operationId = "renewClaim", summary = "Keep a case for longer")
    @PutMapping("/api/department/cases/{caseId}/lease")
    Standing renew(
            @PathVariable String caseId,
            @RequestHeader(SignedCall.LEASE) String lease,
            @RequestBody RenewBody body,
            @Parameter(hidden = true) @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return Standing.of(
                OpenCases.done(
                        departments.renew(caller.department(), caseId, lease, time(body.seconds())),
                        caseId),
                false);
    }

    @Operation(operationId = "giveBack", summary = "Give a case back before its time is over")
    @DeleteMapping("/api/department/cases/{caseId}/lease")
    Standing giveBack(
            @PathVariable String caseId,
            @RequestHeader(SignedCall.LEASE) String lease,
            @Parameter(hidden = true) @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return Standing.of(
                OpenCases.done(departments.giveBack(caller.department(), caseId, lease), caseId),
                false);
    }

    private static int most(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new Refused(Refusal.UNREADABLE, "limit must be 1 to " + MOST + ", not " + asked);
        }
        return asked;
    }

    private static Duration time(int seconds) {
        Duration time = Duration.ofSeconds(seconds);
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new Refused(
                    Refusal.UNREADABLE,
                    "seconds must be " + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds());
        }
        return time;
    }
}
