package org.onego.casefile.provenance;

import java.util.List;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.application.Application;

/// What became of an objection to a certificate.
public sealed interface DisputeOutcome {

    record Stated(Application application) implements DisputeOutcome {}

    /// What is stated is no answer to the question.
    record Wrong(List<AnswerError> errors) implements DisputeOutcome {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    /// No certificate answers it, or it says who is logged in, which only the host can correct.
    record NotDisputable() implements DisputeOutcome {}

    /// Nothing changed: it is no draft any more.
    record AlreadySubmitted(String number) implements DisputeOutcome {}
}
