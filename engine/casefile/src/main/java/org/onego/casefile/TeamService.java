package org.onego.casefile;

import java.util.List;
import java.util.Optional;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Cosign;
import org.onego.casefile.application.StaffDirectory;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.OpinionView;
import org.onego.casefile.result.TeamWork.OpinionRequest;

/// What clerks do with cases among themselves. Each call names the logged-in clerk; a case of
/// another department is empty, exactly as one that does not exist, but for what its department has
/// shared in asking for an opinion.
public interface TeamService {

    Optional<DeskOutcome> claim(Clerk clerk, String caseId);

    /// Gives a claimed case back to the department.
    Optional<DeskOutcome> release(Clerk clerk, String caseId);

    /// Passes a case on to a colleague.
    ///
    /// @param colleague account of a clerk of the same department
    Optional<DeskOutcome> transfer(Clerk clerk, String caseId, String colleague, String reason);

    /// Gives cases to a colleague or takes them, as far as nobody else has them.
    ///
    /// @return how many were given; the others are somebody else's, or ended
    int assign(Clerk clerk, List<String> caseIds, String colleague);

    /// A note for colleagues.
    Optional<DeskOutcome> note(Clerk clerk, String caseId, String text);

    /// 会签: asks a colleague or another department for an opinion.
    Optional<DeskOutcome> askOpinion(Clerk clerk, String caseId, OpinionRequest request);

    /// The opinions asked of this clerk and not given yet, the oldest first.
    List<OpinionView> opinions(Clerk clerk);

    /// What the clerk is asked, answered or not.
    ///
    /// @param number of the opinion in the case
    Optional<OpinionView> opinion(Clerk clerk, String caseId, int number);

    /// @return whether it was taken: false when there is no such question for this clerk, or the
    ///   answer lacks a reason
    boolean giveOpinion(Clerk clerk, String caseId, int number, Cosign.Stand stand, String text);

    /// Who can be asked, and who can be given a case.
    StaffDirectory staff();
}
