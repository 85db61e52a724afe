package org.onego.casefile.consent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.application.Evidence.Source;

/// Removes from a draft what was read with somebody's leave when they take it back, and every
/// answer that came from it. What the citizen has typed stays.
///
/// Taking a consent back does not undo what was done with it before (个人信息保护法 art. 15), but what is
/// no longer needed is deleted (art. 47): so a draft forgets at once, while an application that has
/// been submitted keeps what the departments decide on; nothing more is read for it.
final class ForgetReads {

    private ForgetReads() {}

    /// @param which of its reads
    /// @return the same version of the draft
    static Application forget(
            Application draft, MergedForm form, Predicate<CertificateRead> which) {
        Set<Source> gone = new HashSet<>();
        for (CertificateRead read : draft.reads()) {
            if (which.test(read) && read.identifier() != null) {
                gone.add(new Source(read.type(), read.identifier()));
            }
        }
        Set<QuestionId> concerned = new HashSet<>();
        draft.evidence()
                .statements()
                .forEach((question, sources) -> {
                    if (sources.stream().anyMatch(each -> gone.contains(Source.of(each)))) {
                        concerned.add(question);
                    }
                });
        ApplicationEdit edit =
                draft.again(draft.version())
                        .reads(draft.reads().stream().filter(which.negate()).toList())
                        .certificates(
                                draft.certificates().stream()
                                        .filter(each ->
                                                !gone.contains(
                                                        new Source(each.type(), each.identifier())))
                                        .toList())
                        .evidence(evidence -> evidence.without(gone));
        for (Dispute dispute : List.copyOf(draft.evidence().disputes().values())) {
            if (gone.contains(Source.of(dispute.printed()))) {
                settleAsTyped(edit, dispute);
            }
        }
        return SettleAnswers.settle(edit.done(), form, concerned);
    }

    /// Where the certificate is forgotten there is nothing to disagree with: what was stated is
    /// what the citizen types.
    private static void settleAsTyped(ApplicationEdit edit, Dispute dispute) {
        QuestionId question = dispute.printed().question();
        edit.evidence(evidence -> evidence.withoutDispute(question))
                .answer(question, dispute.stated());
    }
}
