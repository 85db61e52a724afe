package org.onego.casefile.consent;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Precedence;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.Prefilled;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.Evidence;
import org.onego.casefile.application.Evidence.Source;

/// What certificates say → the answers that are prefilled. Where they disagree, the declared
/// precedence decides, else the citizen; until then the question is open. What the citizen has
/// typed or disputes is left alone.
public final class SettleAnswers {

    private SettleAnswers() {}

    /// @param questions about which something was said, or is said no more
    /// @return the same version of the application
    public static Application settle(
            Application application, MergedForm form, Set<QuestionId> questions) {
        ApplicationEdit edit = application.again(application.version());
        for (QuestionId id : questions) {
            Question question = form.question(id);
            if (question != null && isToBeSettled(application, question)) {
                Prefilled now = application.prefilled().get(id);
                Optional<Prefilled> believed = believed(application.evidence(), question);
                if (believed.isPresent() && !believed.get().equals(now)) {
                    edit.prefill(believed.get());
                } else if (believed.isEmpty() && now != null) {
                    edit.reopen(id);
                }
            }
        }
        return edit.done();
    }

    /// Whether certificates disagree, no precedence is declared, and the citizen has the choice.
    public static boolean isForTheCitizen(Application application, Question question) {
        return isToBeSettled(application, question)
                && !application.evidence().conflict(question.id()).isEmpty()
                && declared(application.evidence(), question).isEmpty();
    }

    private static boolean isToBeSettled(Application application, Question question) {
        return question.source() instanceof Question.Source.Asked
                && !application.touched().contains(question.id())
                && !application.evidence().disputes().containsKey(question.id())
                && !isFromLogin(application.prefilled().get(question.id()));
    }

    /// Who somebody is was said by the host, and no certificate changes that.
    private static boolean isFromLogin(@Nullable Prefilled prefilled) {
        return prefilled != null
                && prefilled.provenance().certificateType().equals(PrefillPlanner.HOST_PROFILE);
    }

    private static Optional<Prefilled> believed(Evidence evidence, Question question) {
        List<Prefilled> statements = evidence.statements().getOrDefault(question.id(), List.of());
        if (evidence.conflict(question.id()).isEmpty()) {
            return best(question, statements);
        }
        Source chosen = evidence.chosen().get(question.id());
        Optional<Prefilled> declared = declared(evidence, question);
        return declared.isPresent()
                ? declared
                : statements.stream().filter(each -> Source.of(each).equals(chosen)).findFirst();
    }

    private static Optional<Prefilled> declared(Evidence evidence, Question question) {
        List<Prefilled> statements = evidence.statements().getOrDefault(question.id(), List.of());
        int first = statements.stream().mapToInt(each -> rank(question, each)).min().orElse(0);
        List<Prefilled> best =
                statements.stream().filter(each -> rank(question, each) == first).toList();
        return first < Precedence.of(question).size() && Evidence.different(best).isEmpty()
                ? best(question, best)
                : Optional.empty();
    }

    /// All say the same: by the declared order, locked before editable, then the first that came.
    private static Optional<Prefilled> best(Question question, List<Prefilled> statements) {
        return statements.stream()
                .min(
                        Comparator.<Prefilled>comparingInt(each -> rank(question, each))
                                .thenComparing(each -> each.provenance().edit() != Edit.LOCKED));
    }

    private static int rank(Question question, Prefilled statement) {
        return Precedence.rank(Precedence.of(question), statement.provenance().certificateType());
    }
}
