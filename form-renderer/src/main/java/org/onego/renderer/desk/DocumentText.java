package org.onego.renderer.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Widget;
import org.onego.bundle.item.Field;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.Difference;
import org.onego.casefile.provenance.AnswerOrigin;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.OpinionView;
import org.onego.renderer.field.AnswerText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// An item's document as its department reads it: its own fields, in its own order, in its own
/// groups.
@Component
class DocumentText {

    private final AnswerText answerText;
    private final BundleCatalogue catalogue;
    private final MessageSource messages;

    DocumentText(AnswerText answerText, BundleCatalogue catalogue, MessageSource messages) {
        this.answerText = answerText;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /// @param pointer where it stands in the item's document; empty for another item's result
    /// @param from the certificate or the item that it came from, or null when the citizen typed it
    /// @param locked the citizen could not change it
    /// @param remark what is said to be wrong with it, or null
    record Line(
            String label,
            String value,
            String pointer,
            @Nullable String from,
            boolean locked,
            @Nullable String remark) {}

    record Section(String title, List<Line> answers) {}

    List<Section> sections(CaseView view, Locale locale) {
        Map<JsonPointer, String> groups = UiGroups.of(view.item().form().ui());
        Map<String, List<Line>> byGroup = new LinkedHashMap<>();
        for (Line line : lines(view, locale)) {
            JsonPointer pointer = JsonPointer.compile(line.pointer());
            String group = groups.get(pointer);
            byGroup.computeIfAbsent(
                            group == null ? subject(view, pointer) : group, _ -> new ArrayList<>())
                    .add(line);
        }
        List<Section> sections = new ArrayList<>();
        byGroup.forEach((group, lines) -> sections.add(new Section(group, lines)));
        if (!view.upstream().isEmpty()) {
            List<Line> lines =
                    view.upstream().stream()
                            .map(each ->
                                    new Line(
                                            each.question().title().in(locale),
                                            answerText.full(each.question(), each.value(), locale),
                                            "",
                                            each.itemTitle().in(locale),
                                            true,
                                            null))
                            .toList();
            sections.add(new Section(text("desk.case.upstream", locale), lines));
        }
        return sections;
    }

    private static String subject(CaseView view, JsonPointer pointer) {
        return view.item().form().fields().stream()
                .filter(field -> field.pointer().equals(pointer))
                .map(Field::subject)
                .findFirst()
                .orElse("");
    }

    private List<Line> lines(CaseView view, Locale locale) {
        Map<ElementId, Element> elements = elements(view.bundle());
        Map<String, AnswerOrigin> origins = new HashMap<>();
        view.origins().forEach(origin -> origins.put(origin.pointer(), origin));
        List<Line> lines = new ArrayList<>();
        for (Field field : view.item().form().fields()) {
            JsonNode value = view.document().at(field.pointer());
            if (!value.isMissingNode() && !value.isNull()) {
                String pointer = field.pointer().toString();
                AnswerOrigin origin = origins.get(pointer);
                lines.add(
                        new Line(
                                field.title().in(locale),
                                answerText.full(asQuestion(field, elements), value, locale),
                                pointer,
                                origin == null ? null : origin.certificate().in(locale),
                                origin != null && origin.locked(),
                                remark(origin, field, elements, locale)));
            }
        }
        return lines;
    }

    private @Nullable String remark(
            @Nullable AnswerOrigin origin,
            Field field,
            Map<ElementId, Element> elements,
            Locale locale) {
        if (origin == null) {
            return null;
        }
        if (origin.dispute() != null) {
            return text(
                    "desk.origin.disputed",
                    locale,
                    origin.certificate().in(locale),
                    answerText.full(
                            asQuestion(field, elements),
                            origin.dispute().printed().value(),
                            locale));
        }
        return origin.others().isEmpty()
                ? null
                : text(
                        "desk.origin.others",
                        locale,
                        origin.others().getFirst().certificate().in(locale),
                        answerText.full(
                                asQuestion(field, elements),
                                origin.others().getFirst().value(),
                                locale));
    }

    /// The answers by their place in the document.
    Map<String, String> values(CaseView view, Locale locale) {
        Map<String, String> values = new HashMap<>();
        lines(view, locale).forEach(line -> values.put(line.pointer(), line.value()));
        return values;
    }

    /// What was shared in asking for an opinion.
    List<Line> shared(OpinionView view, Locale locale) {
        Map<ElementId, Element> elements = elements(view.bundle());
        return view.shared().stream()
                .map(each ->
                        new Line(
                                each.field().title().in(locale),
                                answerText.full(
                                        asQuestion(each.field(), elements), each.value(), locale),
                                each.field().pointer().toString(),
                                null,
                                false,
                                null))
                .toList();
    }

    /// Answers of a case that another item's correction changed: before → after.
    List<String> changes(CaseView view, Difference difference, Locale locale) {
        return difference.changes().stream().map(change -> change(view, change, locale)).toList();
    }

    private String change(CaseView view, Difference.Changed change, Locale locale) {
        Map<ElementId, Element> elements = elements(view.bundle());
        Field field =
                view.item().form().fields().stream()
                        .filter(each ->
                                change.question().equals(view.questions().get(each.pointer())))
                        .findFirst()
                        .orElse(null);
        if (field == null) {
            return change.question().key();
        }
        Question question = asQuestion(field, elements);
        return text(
                "desk.difference",
                locale,
                field.title().in(locale),
                value(question, change.before(), locale),
                value(question, change.after(), locale));
    }

    private String value(Question question, @Nullable JsonNode value, Locale locale) {
        return value == null
                ? text("desk.difference.none", locale)
                : answerText.full(question, value, locale);
    }

    private Map<ElementId, Element> elements(BundleVersion version) {
        return catalogue
                .find(version)
                .map(bundle -> bundle.compiled().dictionary().elements())
                .orElse(Map.of());
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    private static Question asQuestion(Field field, Map<ElementId, Element> elements) {
        Element element = field.element() == null ? null : elements.get(field.element());
        return new Question(
                new QuestionId(field.subject(), "field"),
                field.title(),
                field.hint(),
                field.schema(),
                element,
                element == null ? Widget.TEXT : element.widget(),
                element == null || element.codes() == null ? List.of() : element.codes().codes(),
                List.of(),
                new Question.Source.Asked());
    }
}
