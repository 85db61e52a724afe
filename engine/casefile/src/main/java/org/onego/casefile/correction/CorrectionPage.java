package org.onego.casefile.correction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.rule.FormState;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Correction.Mark;
import org.onego.casefile.application.HandedIn;
import org.onego.casefile.application.KnownAnswers;
import org.onego.casefile.application.Selections;
import org.onego.casefile.submit.MissingMaterials;
import tools.jackson.databind.JsonNode;

/// What the citizen is shown of a correction: just what was marked, with what was given, and what
/// only the new answers make necessary.
///
/// @param questions in the order of the form
/// @param state what is shown and required, after what has been typed so far
/// @param answers the application's with what has been typed so far
/// @param errors what is wrong with the answers as they stand
/// @param unchanged marked, and neither changed nor replaced yet
public record CorrectionPage(
        Application application,
        CaseRecord record,
        Correction correction,
        MergedForm form,
        FormState state,
        Answers answers,
        List<AskedQuestion> questions,
        List<AskedMaterial> materials,
        List<AnswerError> errors,
        List<Mark> unchanged) {

    public CorrectionPage {
        questions = List.copyOf(questions);
        materials = List.copyOf(materials);
        errors = List.copyOf(errors);
        unchanged = List.copyOf(unchanged);
    }

    /// @param reason why it was marked; null when a new answer has made it necessary
    public record AskedQuestion(Question question, @Nullable String reason) {}

    /// @param reason why it was marked; null when a new answer has made it necessary
    /// @param files attached to the correction so far
    /// @param missing nothing has been attached and something must be
    public record AskedMaterial(
            MergedMaterial material,
            @Nullable String reason,
            List<HandedIn> files,
            boolean missing) {
        public AskedMaterial {
            files = List.copyOf(files);
        }
    }

    /// The application with what was typed and attached, as if it had been sent.
    Application asIfSent() {
        return CorrectedApplication.of(application, correction, answers);
    }

    public boolean isComplete() {
        return errors.isEmpty()
                && materials.stream().noneMatch(AskedMaterial::missing)
                && (unchanged.isEmpty() || correction.remark() != null);
    }

    /// Empty when the citizen has nothing to correct there.
    static Optional<CorrectionPage> of(
            PublishedBundle bundle, Application application, String item) {
        return application.cases().stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .flatMap(each ->
                        each.openCorrection()
                                .map(correction -> of(bundle, application, each, correction)));
    }

    private static CorrectionPage of(
            PublishedBundle bundle,
            Application application,
            CaseRecord record,
            Correction correction) {
        MergedForm form = Selections.formOf(bundle, application);
        Answers answers = typed(application, form, correction);
        Application asIf = CorrectedApplication.of(application, correction, answers);
        FormState state = bundle.state(form, answers);
        List<AnswerError> errors = bundle.validate(form, KnownAnswers.of(asIf, form));
        List<AskedQuestion> questions = questions(application, form, correction, state, errors);
        List<AskedMaterial> materials = materials(bundle, form, asIf, correction);
        return new CorrectionPage(
                application,
                record,
                correction,
                form,
                state,
                answers,
                questions,
                materials,
                errors,
                unchanged(application, correction, answers));
    }

    private static Answers typed(Application application, MergedForm form, Correction correction) {
        Answers answers = application.answers();
        for (Map.Entry<QuestionId, JsonNode> typed : correction.typed().entrySet()) {
            Question question = form.question(typed.getKey());
            if (question != null && Markable.isTheCitizens(application, question)) {
                answers =
                        typed.getValue().isNull()
                                ? answers.without(typed.getKey())
                                : answers.with(typed.getKey(), typed.getValue());
            }
        }
        return answers;
    }

    private static List<AskedQuestion> questions(
            Application application,
            MergedForm form,
            Correction correction,
            FormState state,
            List<AnswerError> errors) {
        Set<QuestionId> wrong = new LinkedHashSet<>(correction.typed().keySet());
        errors.forEach(error -> wrong.add(error.question()));
        List<AskedQuestion> questions = new ArrayList<>();
        for (Question question : form.questions().values()) {
            Optional<Mark.OfQuestion> mark = correction.markOf(question.id());
            if ((mark.isPresent() || wrong.contains(question.id()))
                    && state.visible().contains(question.id())
                    && Markable.isTheCitizens(application, question)) {
                questions.add(new AskedQuestion(question, mark.map(Mark::reason).orElse(null)));
            }
        }
        return questions;
    }

    private static List<AskedMaterial> materials(
            PublishedBundle bundle, MergedForm form, Application asIf, Correction correction) {
        List<MergedMaterial> missing = MissingMaterials.of(bundle, form, asIf);
        List<AskedMaterial> materials = new ArrayList<>();
        for (MergedMaterial material : bundle.materials(form, asIf.answers())) {
            Optional<Mark.OfMaterial> mark = correction.markOf(material.code(), material.subject());
            List<HandedIn> files =
                    correction.attached().stream().filter(file -> isOf(file, material)).toList();
            if (mark.isPresent() || missing.contains(material) || !files.isEmpty()) {
                materials.add(
                        new AskedMaterial(
                                material,
                                mark.map(Mark::reason).orElse(null),
                                files,
                                missing.contains(material)));
            }
        }
        return materials;
    }

    static boolean isOf(HandedIn file, MergedMaterial material) {
        return file.material().equals(material.code())
                && Objects.equals(file.subject(), material.subject());
    }

    private static List<Mark> unchanged(
            Application application, Correction correction, Answers answers) {
        return correction.marks().stream()
                .filter(mark ->
                        switch (mark) {
                            case Mark.OfQuestion(QuestionId question, _) ->
                                    Objects.equals(
                                            application.answers().get(question),
                                            answers.get(question));
                            case Mark.OfMaterial(String material, String subject, _) ->
                                    correction.attached().stream()
                                            .noneMatch(file ->
                                                    file.material().equals(material)
                                                            && Objects.equals(
                                                                    file.subject(), subject));
                        })
                .toList();
    }
}
