package org.onego.bundle.prefill;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onego.bundle.merge.QuestionId;

/// What came of reading a certificate. Reasons carry no personal value, so that they can be logged.
public sealed interface ReadResult {

    /// It can be used.
    ///
    /// @param answers in the order of the look-up's
    /// @param unusable expected answers that it does not give, each with the reason
    /// @param identities who is known now
    record Read(List<Prefilled> answers, Map<QuestionId, Unusable> unusable, Identities identities)
            implements ReadResult {
        public Read {
            answers = List.copyOf(answers);
            unusable = Collections.unmodifiableMap(new LinkedHashMap<>(unusable));
        }
    }

    /// It cannot be used at all.
    record Refused(Refusal reason) implements ReadResult {}

    /// Why a certificate cannot be used.
    sealed interface Refusal {

        record WrongType(String expected, String found) implements Refusal {}

        /// Whose it is isn't known, so nobody can say whether it is the right person's.
        record HolderUnknown(String subject) implements Refusal {}

        /// It is another person's than the subject's.
        record WrongHolder(String subject) implements Refusal {}

        record Expired(LocalDate on) implements Refusal {}

        record NotYetValid(LocalDate from) implements Refusal {}
    }

    /// Why one answer cannot be used.
    sealed interface Unusable {

        /// The certificate says nothing there.
        record Missing(String attribute) implements Unusable {}

        /// The attribute fails its own schema.
        record BadAttribute(String attribute, String keyword) implements Unusable {}

        /// The converter doesn't understand the attribute.
        record NotConverted(String attribute, String converter) implements Unusable {}

        /// The value isn't an answer that the question accepts.
        record NotAccepted(String attribute, String keyword) implements Unusable {}

        /// It speaks about another person than the one known as the subject.
        record AnotherPerson(String relation, String subject) implements Unusable {}
    }
}
