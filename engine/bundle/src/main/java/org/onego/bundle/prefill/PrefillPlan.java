package org.onego.bundle.prefill;

import java.util.List;
import java.util.Map;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.QuestionId;

/// Which certificates to read, in which order, and why.
///
/// @param waves each wave runs in parallel, after the one before it
/// @param open the questions that no look-up answers, each with the reason
public record PrefillPlan(List<Wave> waves, Map<QuestionId, OpenReason> open) {
    public PrefillPlan {
        waves = List.copyOf(waves);
        open = Map.copyOf(open);
    }

    public record Wave(List<Lookup> lookups) {
        public Wave {
            lookups = List.copyOf(lookups);
        }
    }

    /// @param holder the bundle's subject whose certificate it is
    /// @param answers what is expected to be answered with it
    public record Lookup(CertificateType type, String holder, List<Expected> answers) {
        public Lookup {
            answers = List.copyOf(answers);
        }
    }

    /// `question` is answered by `answer` of the look-up's type.
    public record Expected(QuestionId question, CertificateType.Answer answer) {}

    /// Why a question stays with the citizen.
    public enum OpenReason {
        /// No certificate type says it.
        NO_SOURCE,
        /// One does, but it is another person's and that person hasn't agreed.
        NEEDS_AUTHORISATION,
        /// One does, but whose it is cannot be known from here.
        HOLDER_UNKNOWN
    }
}
