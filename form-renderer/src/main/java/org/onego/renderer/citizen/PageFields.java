package org.onego.renderer.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.page.FormPage;
import org.onego.bundle.prefill.Prefilled;
import org.onego.bundle.rule.QuestionRule;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.validate.AnswerError;
import org.onego.renderer.field.ClientRule;
import org.onego.renderer.field.ErrorText;
import org.onego.renderer.field.FieldMapper;
import org.onego.renderer.field.FieldMapper.Standing;
import org.onego.renderer.field.FieldView;
import org.onego.renderer.frame.ErrorLine;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// A page's questions as fields, with what the draft knows about each.
@Component
class PageFields {

    private final FieldMapper mapper;
    private final ErrorText errorText;

    PageFields(FieldMapper mapper, ErrorText errorText) {
        this.mapper = mapper;
        this.errorText = errorText;
    }

    List<FieldView> of(Draft draft, FormPage page, List<AnswerError> errors, Locale locale) {
        Map<QuestionId, Condition> visible =
                draft.bundle().rules(draft.form()).all().stream()
                        .collect(Collectors.toMap(QuestionRule::question, QuestionRule::visible));
        Set<QuestionId> onPage =
                page.questions().stream().map(Question::id).collect(Collectors.toSet());
        JsonNode answers = draft.application().answers().toDocument();
        Function<QuestionId, List<JsonNode>> values =
                id -> FieldMapper.values(Objects.requireNonNull(draft.form().question(id)));
        Set<QuestionId> live =
                page.questions().stream()
                        .map(question -> visible.getOrDefault(question.id(), Condition.ALWAYS))
                        .flatMap(condition ->
                                ClientRule.undecided(condition, onPage, answers, values).stream())
                        .collect(Collectors.toSet());
        List<FieldView> views = new ArrayList<>();
        for (Question question : page.questions()) {
            String when =
                    ClientRule.of(
                            visible.getOrDefault(question.id(), Condition.ALWAYS),
                            onPage,
                            answers,
                            values);
            boolean shown = draft.state().visible().contains(question.id());
            if ((shown || when != null) && !draft.isForTheCitizen(question)) {
                views.add(
                        mapper.map(
                                question,
                                standing(
                                        draft,
                                        question,
                                        errors,
                                        when,
                                        live.contains(question.id()),
                                        locale),
                                locale));
            }
        }
        return views;
    }

    private Standing standing(
            Draft draft,
            Question question,
            List<AnswerError> errors,
            @Nullable String when,
            boolean live,
            Locale locale) {
        JsonNode answer = draft.application().answers().get(question.id());
        Prefilled prefilled = draft.application().prefilled().get(question.id());
        String error =
                errors.stream()
                        .filter(each -> each.question().equals(question.id()))
                        .findFirst()
                        .map(each ->
                                errorText.of(question, each.keyword(), each.expected(), locale))
                        .orElse(null);
        return new Standing(
                answer,
                draft.isLocked(question.id()),
                prefilled == null ? null : source(draft, prefilled, locale),
                draft.state().visible().contains(question.id()),
                draft.state().required().contains(question.id()),
                error,
                when,
                live);
    }

    /// The errors as a list above the page, each leading to its field.
    List<ErrorLine> summary(Draft draft, List<AnswerError> errors, Locale locale) {
        return errors.stream()
                .map(error -> {
                    Question question = draft.form().questions().get(error.question());
                    return question == null
                            ? null
                            : new ErrorLine(
                                    "#" + FieldMapper.htmlId(question),
                                    question.title().in(locale),
                                    errorText.of(
                                            question, error.keyword(), error.expected(), locale));
                })
                .filter(Objects::nonNull)
                .toList();
    }

    static String source(Draft draft, Prefilled prefilled, Locale locale) {
        CertificateType type =
                draft.bundle()
                        .compiled()
                        .dictionary()
                        .certificateTypes()
                        .get(prefilled.provenance().certificateType());
        return type == null ? prefilled.provenance().certificateType() : type.title().in(locale);
    }
}
