package org.onego.casefile;

import java.util.List;
import java.util.Optional;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DepartmentEvent;
import org.onego.casefile.result.DeskOutcome;

/// What departments' own systems can do. Whoever calls has been authenticated as this department; a
/// case of another department is empty, exactly as one that does not exist.
public interface DepartmentService {

    /// Takes a report; the same key again gives the same case and changes nothing. An approval or
    /// refusal of a case that was not accepted yet accepts it first.
    ///
    /// @param department id of the department
    /// @param idempotencyKey chosen by the caller, at most 200 characters
    Optional<DeskOutcome> callback(
            String department, String caseId, DepartmentEvent event, String idempotencyKey);

    /// The cases that wait for this department's system (handling `pull`), oldest first.
    List<CaseView> pull(String department, int limit);

    /// The case as it stands.
    Optional<CaseView> open(String department, String caseId);
}
