package org.onego.casefile.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.Consent;

/// Somebody else who could let their certificates be read, what that would spare the applicant, and
/// how it stands.
///
/// @param decider the bundle's subject who would be asked
/// @param reads what would be read
/// @param answers the questions that would be answered
/// @param asked the newest authorisation that was asked for, or null
public record Offer(
        String decider,
        List<Consent.Read> reads,
        List<QuestionId> answers,
        @Nullable Authorisation asked) {
    public Offer {
        reads = List.copyOf(reads);
        answers = List.copyOf(answers);
    }
}
