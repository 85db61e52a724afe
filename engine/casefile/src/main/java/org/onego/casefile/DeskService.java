package org.onego.casefile;

import java.util.Map;
import java.util.Optional;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Pause;
import org.onego.casefile.correction.CorrectionRequest;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.Queue;
import tools.jackson.databind.JsonNode;

/// Everything a clerk can do at the desk. Each call names the logged-in clerk; a case of another
/// department is empty, exactly as one that does not exist.
///
/// A case goes `accept → review → approve → deliver`; `review` may be left out. Whoever acts on a
/// case that nobody has claimed claims it.
public interface DeskService {

    /// A page of the cases of the clerk's department.
    Queue queue(Clerk clerk, Queue.Filter filter);

    Optional<CaseView> open(Clerk clerk, String caseId);

    /// A file of a material that this case's item asks for.
    Optional<FileContent> file(Clerk clerk, String caseId, String fileId);

    /// The letter to the citizen that an event of the case brought.
    ///
    /// @param event its place in the case's timeline, from 0
    Optional<FileContent> notice(Clerk clerk, String caseId, int event);

    /// 补正: asks the citizen to put something right; the clock stands still meanwhile.
    Optional<DeskOutcome> correct(Clerk clerk, String caseId, CorrectionRequest request);

    /// Begins a special procedure (特别程序), which stops the clock; the reason is shown to the
    /// citizen.
    Optional<DeskOutcome> stopClock(
            Clerk clerk, String caseId, Pause.Kind kind, Pause.Special special, String reason);

    /// Ends the special procedure; the clock goes on.
    Optional<DeskOutcome> goOn(Clerk clerk, String caseId, String outcome);

    /// 受理.
    Optional<DeskOutcome> accept(Clerk clerk, String caseId);

    /// 不予受理; the reason is shown to the citizen.
    Optional<DeskOutcome> refuse(Clerk clerk, String caseId, String reason);

    /// 审核: lays the case before whoever decides, with an opinion.
    Optional<DeskOutcome> review(Clerk clerk, String caseId, String opinion);

    /// 审批通过, with the values that the result brings; items that wait for them go on.
    Optional<DeskOutcome> approve(Clerk clerk, String caseId, Map<QuestionId, JsonNode> result);

    /// 审批不通过; the reason is shown to the citizen. Items that need this one are passed by.
    Optional<DeskOutcome> reject(Clerk clerk, String caseId, String reason);

    /// 送达.
    Optional<DeskOutcome> deliver(Clerk clerk, String caseId);

    /// 异常终止: ends a case that nobody can finish; the reason is shown to the citizen.
    Optional<DeskOutcome> cancel(Clerk clerk, String caseId, String reason);
}
