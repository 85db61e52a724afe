package org.onego.casefile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.provenance.DecideDispute;
import org.onego.casefile.provenance.IssuerTask;

/// The calls of issuers of certificates.
record Issuers(DecideDispute disputes) implements IssuerService {

    @Override
    public List<IssuerTask> tasks(Clerk clerk) {
        return disputes.tasks(clerk);
    }

    @Override
    public Optional<Boolean> decide(
            Clerk clerk,
            String applicationId,
            QuestionId question,
            boolean corrected,
            @Nullable String words) {
        return disputes.decide(clerk, applicationId, question, corrected, words);
    }
}
