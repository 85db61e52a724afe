package org.onego.casefile.provenance;

import java.util.List;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.Question;
import org.onego.casefile.application.Dispute;

/// A certificate that a citizen says is wrong, for whoever issued it to look at.
///
/// @param applicant the citizen's name
/// @param waiting the items that wait for the answer
public record IssuerTask(
        String applicationId,
        String number,
        String applicant,
        Text certificate,
        Question question,
        Dispute dispute,
        List<Text> waiting) {
    public IssuerTask {
        waiting = List.copyOf(waiting);
    }
}
