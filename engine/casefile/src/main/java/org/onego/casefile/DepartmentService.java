package org.onego.casefile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.handover.LeaseCases.LeasedCase;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DepartmentEvent;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.TakeCallback.Report;

/// What departments' own systems can do. Whoever calls has been authenticated as this department; a
/// case of another department is empty, exactly as one that does not exist.
public interface DepartmentService {

    /// Takes a report; the same key again gives the same case and changes nothing. An approval or
    /// rejection of a case that was not accepted yet accepts it first.
    ///
    /// @param department id of the department
    Optional<DeskOutcome> callback(
            String department, String caseId, DepartmentEvent event, Report report);

    /// The cases that wait for this department's polling system and that nobody has taken, what has
    /// waited longest first.
    List<CaseView> waiting(String department, int limit);

    /// Takes some of them for a while.
    ///
    /// @param worker what the system calls the one who takes them
    List<LeasedCase> claim(String department, String worker, int limit, Duration time);

    /// Keeps a case that was taken for longer.
    Optional<DeskOutcome> renew(String department, String caseId, String token, Duration time);

    /// Gives a case back before its time is over.
    Optional<DeskOutcome> giveBack(String department, String caseId, String token);

    /// The case as it stands.
    Optional<CaseView> open(String department, String caseId);

    /// A file of a material that this case's item asks for.
    Optional<FileContent> file(String department, String caseId, String fileId);
}
