package org.onego.bundle.prefill;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;

/// A look-up that could be made.
///
/// @param index its place among all candidates, in the order of the dictionary
/// @param about relation → subject
/// @param answers question's index → the answer that the type gives to it
/// @param covers the keys of `answers`
/// @param holderBit the holder, as a bit
/// @param identifies the subjects whose id number it tells, as bits
/// @param free costs no look-up
record Candidate(
        int index,
        CertificateType type,
        String holder,
        Map<String, String> about,
        Map<Integer, CertificateType.Answer> answers,
        QuestionSet covers,
        long holderBit,
        long identifies,
        boolean free) {

    /// Two of one plan are the same by their index; comparing all they say takes longer than the
    /// plan.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Candidate that && that.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }

    boolean isReachable(long known) {
        return (known & holderBit) != 0;
    }

    CertificateOf certificate() {
        return new CertificateOf(type.id(), holder);
    }
}
