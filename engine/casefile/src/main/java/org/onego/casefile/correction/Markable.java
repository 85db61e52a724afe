package org.onego.casefile.correction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Prefilled;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Correction.Mark;
import org.onego.casefile.application.Selections;

/// What of an item the citizen can put right: questions that were asked and are not locked by a
/// certificate, and materials that are handed in.
///
/// @param questions in the order of the form
public record Markable(Set<QuestionId> questions, List<MergedMaterial> materials) {

    public static Markable of(PublishedBundle bundle, Application application, String item) {
        MergedForm form = Selections.formOf(bundle, application);
        Set<QuestionId> visible = bundle.state(form, application.answers()).visible();
        Set<QuestionId> questions = new LinkedHashSet<>();
        for (Question question : form.questions().values()) {
            if (visible.contains(question.id())
                    && isOf(question, item)
                    && isTheCitizens(application, question)) {
                questions.add(question.id());
            }
        }
        List<MergedMaterial> materials =
                bundle.materials(form, application.answers()).stream()
                        .filter(material -> material.items().contains(item))
                        .filter(Markable::isHandedIn)
                        .toList();
        return new Markable(questions, materials);
    }

    boolean allows(Mark mark) {
        return switch (mark) {
            case Mark.OfQuestion(QuestionId question, _) -> questions.contains(question);
            case Mark.OfMaterial(String code, String subject, _) ->
                    materials.stream()
                            .anyMatch(material ->
                                    material.code().equals(code)
                                            && Objects.equals(material.subject(), subject));
        };
    }

    /// Law 4: what a certificate has locked is changed by 纠错 alone, and what is being disputed is
    /// the issuer's.
    static boolean isTheCitizens(Application application, Question question) {
        Prefilled prefilled = application.prefilled().get(question.id());
        return question.source() instanceof Question.Source.Asked
                && (prefilled == null || prefilled.provenance().edit() != Edit.LOCKED)
                && !application.evidence().disputes().containsKey(question.id());
    }

    /// Where a certificate stands for it, a document can be asked for in its place.
    static boolean isHandedIn(MergedMaterial material) {
        return switch (material.supply()) {
            case Supply.Upload(), Supply.Certificate _ -> true;
            case Supply.Produced _, Supply.Generated() -> false;
        };
    }

    private static boolean isOf(Question question, String item) {
        return question.origins().stream().anyMatch(origin -> origin.item().equals(item));
    }
}
