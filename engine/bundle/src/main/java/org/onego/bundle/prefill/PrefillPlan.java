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

    /// All look-ups in their order.
    public List<Lookup> lookups() {
        return waves.stream().flatMap(wave -> wave.lookups().stream()).toList();
    }

    public record Wave(List<Lookup> lookups) {
        public Wave {
            lookups = List.copyOf(lookups);
        }
    }

    /// @param holder the bundle's subject whose certificate it is
    /// @param about relation to the holder → the bundle's subject, for those of whom it speaks
    /// @param answers what is expected to be answered with it; each question once in a plan
    /// @param materials codes of the materials that it replaces
    public record Lookup(
            CertificateType type,
            String holder,
            Map<String, String> about,
            List<Expected> answers,
            List<String> materials) {
        public Lookup {
            about = Map.copyOf(about);
            answers = List.copyOf(answers);
            materials = List.copyOf(materials);
        }

        /// What this look-up is, for not making it again.
        public CertificateOf certificate() {
            return new CertificateOf(type.id(), holder);
        }
    }

    /// A certificate type and the bundle's subject whose certificate it is.
    public record CertificateOf(String type, String subject) {}

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
