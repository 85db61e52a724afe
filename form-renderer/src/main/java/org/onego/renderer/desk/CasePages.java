package org.onego.renderer.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Material;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Actor;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.CaseMaterial;
import org.onego.casefile.result.CaseView.ResultField;
import org.onego.casefile.result.CaseView.Step;
import org.onego.casefile.result.ResultError;
import org.onego.renderer.field.ErrorText;
import org.onego.renderer.field.FieldMapper;
import org.onego.renderer.field.FieldMapper.Standing;
import org.onego.renderer.field.FieldView;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.CaseTexts.EventLine;
import org.onego.renderer.frame.ClockTexts;
import org.onego.renderer.frame.ClockTexts.ClockLine;
import org.onego.renderer.frame.ErrorLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// A case becomes a page for a clerk.
@Component
class CasePages {

    private final MessageSource messages;
    private final FieldMapper mapper;
    private final ErrorText errorText;
    private final CaseTexts texts;
    private final ClockTexts clocks;
    private final DocumentText documents;
    private final TeamPages team;

    CasePages(
            MessageSource messages,
            FieldMapper mapper,
            ErrorText errorText,
            CaseTexts texts,
            ClockTexts clocks,
            DocumentText documents,
            TeamPages team) {
        this.messages = messages;
        this.mapper = mapper;
        this.errorText = errorText;
        this.texts = texts;
        this.clocks = clocks;
        this.documents = documents;
        this.team = team;
    }

    /// @param href where it is shown
    record FileLine(String href, String name) {}

    record MaterialLine(String title, String supply, List<FileLine> files) {}

    record RefusalView(String action, String title) {}

    record StepView(
            String action,
            String title,
            String hint,
            String confirm,
            List<FieldView> fields,
            @Nullable RefusalView refusal) {}

    record CasePageView(
            String id,
            String item,
            String number,
            String state,
            String tone,
            @Nullable ClockLine clock,
            @Nullable String notice,
            List<ErrorLine> errors,
            List<DocumentText.Section> sections,
            List<MaterialLine> materials,
            @Nullable StepView step,
            List<EventLine> events,
            @Nullable String preview,
            TeamPages.TeamView team) {}

    CasePageView of(
            CaseView view,
            Actor.Clerk clerk,
            @Nullable String notice,
            Map<QuestionId, JsonNode> typed,
            List<ResultError> errors,
            Locale locale) {
        return new CasePageView(
                view.record().id(),
                view.item().title().in(locale),
                view.record().number(),
                texts.state(view.record().state(), locale),
                CaseTexts.tone(view.record().state()),
                clocks.line(view.clock(), locale),
                notice,
                summary(view, errors, locale),
                documents.sections(view, locale),
                view.materials().stream()
                        .map(material -> material(view, material, locale))
                        .toList(),
                step(view, typed, errors, locale),
                texts.events(view.record().events(), locale),
                preview(view),
                team.of(view, clerk, locale));
    }

    /// The file shown beside the answers: the first picture, because what people photographed has
    /// to be looked at, while a certificate's file comes from its issuer.
    private static @Nullable String preview(CaseView view) {
        return view.materials().stream()
                .flatMap(material -> material.files().stream())
                .min(Comparator.comparing(file -> !file.mediaType().startsWith("image/")))
                .map(file -> "/desk/cases/" + view.record().id() + "/files/" + file.id())
                .orElse(null);
    }

    /// What a step that has just been made says.
    @Nullable String notice(@Nullable String done, Locale locale) {
        return done == null ? null : messages.getMessage("desk.done." + done, null, "", locale);
    }

    private @Nullable StepView step(
            CaseView view,
            Map<QuestionId, JsonNode> typed,
            List<ResultError> errors,
            Locale locale) {
        Set<Step> steps = view.steps();
        if (steps.contains(Step.ACCEPT)) {
            return step("accept", List.of(), steps.contains(Step.REFUSE) ? "refuse" : null, locale);
        }
        if (steps.contains(Step.APPROVE)) {
            List<FieldView> fields =
                    view.resultFields().stream()
                            .map(field -> field(field, typed, errors, locale))
                            .toList();
            return step("approve", fields, steps.contains(Step.REJECT) ? "reject" : null, locale);
        }
        return steps.contains(Step.DELIVER) ? step("deliver", List.of(), null, locale) : null;
    }

    private StepView step(
            String action, List<FieldView> fields, @Nullable String refusal, Locale locale) {
        return new StepView(
                action,
                text("desk.step." + action, locale),
                text("desk.step." + action + ".hint", locale),
                text("desk.step." + action + ".confirm", locale),
                fields,
                refusal == null
                        ? null
                        : new RefusalView(refusal, text("desk.step." + refusal, locale)));
    }

    private FieldView field(
            ResultField field,
            Map<QuestionId, JsonNode> typed,
            List<ResultError> errors,
            Locale locale) {
        String error =
                errors.stream()
                        .filter(each -> each.question().equals(field.id()))
                        .findFirst()
                        .map(each ->
                                errorText.of(
                                        field.question(), each.keyword(), each.expected(), locale))
                        .orElse(null);
        return mapper.map(
                field.question(),
                new Standing(typed.get(field.id()), field.required(), error),
                locale);
    }

    private List<ErrorLine> summary(CaseView view, List<ResultError> errors, Locale locale) {
        Map<QuestionId, ResultField> fields = new LinkedHashMap<>();
        view.resultFields().forEach(field -> fields.put(field.id(), field));
        List<ErrorLine> lines = new ArrayList<>();
        for (ResultError error : errors) {
            ResultField field = fields.get(error.question());
            if (field != null) {
                lines.add(
                        new ErrorLine(
                                "#" + FieldMapper.htmlId(field.question()),
                                field.question().title().in(locale),
                                errorText.of(
                                        field.question(),
                                        error.keyword(),
                                        error.expected(),
                                        locale)));
            }
        }
        return lines;
    }

    private MaterialLine material(CaseView view, CaseMaterial material, Locale locale) {
        return new MaterialLine(
                material.title().in(locale),
                supply(view, material, locale),
                material.files().stream()
                        .map(file ->
                                new FileLine(
                                        "/desk/cases/" + view.record().id() + "/files/" + file.id(),
                                        file.name()))
                        .toList());
    }

    private String supply(CaseView view, CaseMaterial material, Locale locale) {
        if (material.certificate() != null) {
            return messages.getMessage(
                    "desk.material.certificate", new Object[] {material.certificate()}, locale);
        }
        if (!material.files().isEmpty()) {
            return text("desk.material.uploaded", locale);
        }
        Material asked =
                view.item().materials().stream()
                        .filter(each -> each.code().equals(material.code()))
                        .findFirst()
                        .orElse(null);
        if (asked != null && asked.form() == Material.Form.SYSTEM) {
            return text("desk.material.system", locale);
        }
        return text(
                asked != null && asked.certificate() != null
                        ? "desk.material.upstream"
                        : "desk.material.none",
                locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
