package org.onego.server.department;

import java.util.Optional;
import org.onego.casefile.DepartmentService;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DeskOutcome;

/// What has become of a call, in the words of the interface.
final class OpenCases {

    private OpenCases() {}

    /// @throws Refused when the caller's department has no such case, as when there is none at all
    static CaseView open(DepartmentService departments, Caller caller, String caseId) {
        return departments.open(caller.department(), caseId).orElseThrow(() -> none(caseId));
    }

    static Refused none(String caseId) {
        return new Refused(Refusal.NO_CASE, "your department has no case '" + caseId + "'");
    }

    /// @throws Refused unless it is done
    static CaseView done(Optional<DeskOutcome> outcome, String caseId) {
        return switch (outcome.orElseThrow(() -> none(caseId))) {
            case DeskOutcome.Done(CaseView view) -> view;
            case DeskOutcome.WrongState(CaseState state) ->
                    throw state.isEnded()
                            ? new Refused(
                                    Refusal.TOO_LATE,
                                    "the case has ended as " + state + "; nothing more is taken")
                            : new Refused(
                                    Refusal.WRONG_STATE,
                                    "the case is " + state + "; this report does not fit");
            case DeskOutcome.NotLeased() ->
                    throw new Refused(
                            Refusal.NOT_LEASED,
                            "take the case with POST /api/department/claims, and send its lease as X-OneGo-Lease before it is over");
            case DeskOutcome.KeyReused() ->
                    throw new Refused(
                            Refusal.KEY_REUSED,
                            "another report came under this Idempotency-Key; use a new one");
            case DeskOutcome.ClaimedBy(_) ->
                    throw new Refused(Refusal.CLAIMED, "a clerk is handling the case at the desk");
            case DeskOutcome.WrongResult(var errors) ->
                    throw new Refused(
                            Refusal.WRONG_RESULT,
                            "values of the result are missing or wrong: "
                                    + errors.stream()
                                            .map(error ->
                                                    error.question() + " (" + error.keyword() + ")")
                                            .toList());
            case DeskOutcome.CorrectionRefused _, DeskOutcome.NoSuchColleague _ ->
                    throw new IllegalStateException(
                            "no report asks for a correction or names a clerk");
            case DeskOutcome.ReasonMissing() ->
                    throw new Refused(
                            Refusal.NO_REASON,
                            "a refusal, a rejection and a stopped clock need a reason");
        };
    }
}
