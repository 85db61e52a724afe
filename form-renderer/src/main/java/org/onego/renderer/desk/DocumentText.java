package org.onego.renderer.desk;

import java.util.ArrayList;
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
import org.onego.casefile.result.CaseView;
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

    record Line(String label, String value, @Nullable String from) {}

    record Section(String title, List<Line> answers) {}

    List<Section> sections(CaseView view, Locale locale) {
        Map<ElementId, Element> elements =
                catalogue
                        .find(view.bundle())
                        .map(bundle -> bundle.compiled().dictionary().elements())
                        .orElse(Map.of());
        Map<JsonPointer, String> groups = UiGroups.of(view.item().form().ui());
        Map<String, List<Line>> byGroup = new LinkedHashMap<>();
        for (Field field : view.item().form().fields()) {
            JsonNode value = view.document().at(field.pointer());
            if (!value.isMissingNode() && !value.isNull()) {
                byGroup.computeIfAbsent(
                                groups.getOrDefault(field.pointer(), field.subject()),
                                _ -> new ArrayList<>())
                        .add(
                                new Line(
                                        field.title().in(locale),
                                        answerText.full(asQuestion(field, elements), value, locale),
                                        null));
            }
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
                                            each.itemTitle().in(locale)))
                            .toList();
            sections.add(
                    new Section(messages.getMessage("desk.case.upstream", null, locale), lines));
        }
        return sections;
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
