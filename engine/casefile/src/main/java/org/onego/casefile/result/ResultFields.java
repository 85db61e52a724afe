package org.onego.casefile.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.Result;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.result.CaseView.ResultField;

/// What an item's result says, as questions about the bundle's subjects.
final class ResultFields {

    private ResultFields() {}

    /// In the order of the item's file; what other items wait for is required.
    static List<ResultField> of(PublishedBundle bundle, MergedForm form, Item item) {
        Map<String, String> roles = form.selection().roles().getOrDefault(item.id(), Map.of());
        Map<QuestionId, ResultField> fields = new LinkedHashMap<>();
        for (Result result : item.results()) {
            result.produces()
                    .forEach((subject, elements) -> {
                        String about = roles.get(subject);
                        if (about != null) {
                            elements.forEach(element -> {
                                ResultField field =
                                        field(bundle.compiled(), form, item, about, element);
                                fields.putIfAbsent(field.id(), field);
                            });
                        }
                    });
        }
        return new ArrayList<>(fields.values());
    }

    private static ResultField field(
            CompiledBundle bundle, MergedForm form, Item item, String about, ElementId id) {
        QuestionId question = new QuestionId(about, id.toString().replace('.', '_'));
        @Nullable Question waited = form.question(question);
        boolean required =
                waited != null
                        && waited.source() instanceof Question.Source.Deferred(String producer)
                        && producer.equals(item.id());
        Text title = title(bundle, about);
        return waited != null && required
                ? new ResultField(question, waited, title, true)
                : new ResultField(question, plain(bundle, item, question, id), title, false);
    }

    private static Text title(CompiledBundle bundle, String subject) {
        CompiledBundle.Subject known = bundle.subjects().get(subject);
        return known == null ? Text.of(subject) : known.title();
    }

    /// Nobody waits for it, so no form asks for it.
    private static Question plain(
            CompiledBundle bundle, Item item, QuestionId question, ElementId id) {
        Element element = bundle.dictionary().elements().get(id);
        if (element == null) {
            throw new IllegalStateException(
                    "item " + item.id() + " produces " + id + ", which is not in the dictionary");
        }
        return new Question(
                question,
                element.title(),
                element.hint(),
                element.schema(),
                element,
                element.widget(),
                element.codes() == null ? List.of() : element.codes().codes(),
                List.of(),
                new Question.Source.Deferred(item.id()));
    }
}
