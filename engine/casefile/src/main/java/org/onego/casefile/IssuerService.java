package org.onego.casefile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.provenance.IssuerTask;

/// What the issuers of certificates can do about those that citizens say are wrong.
public interface IssuerService {

    /// What the clerk's department has to look at, the oldest first.
    List<IssuerTask> tasks(Clerk clerk);

    /// @param corrected whether what the citizen states is right; otherwise the certificate is
    /// @param words to the citizen, or null
    /// @return whether it was this clerk's to decide; empty when there is no such application
    Optional<Boolean> decide(
            Clerk clerk,
            String applicationId,
            QuestionId question,
            boolean corrected,
            @Nullable String words);
}
