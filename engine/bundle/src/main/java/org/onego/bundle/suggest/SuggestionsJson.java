package org.onego.bundle.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.onego.bundle.element.Text;
import org.onego.bundle.suggest.Suggestion.FieldRef;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Suggestions for programs: `same` with two fields each, `elements` with a field and the id of an
/// element; each with a `score` and its `reasons` in both languages; `left` counts what isn't
/// shown.
public final class SuggestionsJson {

    private SuggestionsJson() {}

    public static ObjectNode of(Suggestions suggestions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var same = json.putArray("same");
        for (var each : suggestions.same()) {
            ObjectNode one = same.addObject();
            one.putArray("fields").add(field(each.left())).add(field(each.right()));
            explain(one, each);
        }
        var elements = json.putArray("elements");
        for (var each : suggestions.elements()) {
            ObjectNode one = elements.addObject();
            one.set("field", field(each.field()));
            one.put("element", each.element().toString());
            one.put("elementTitle", each.elementTitle());
            explain(one, each);
        }
        return json.put("left", suggestions.left());
    }

    private static ObjectNode field(FieldRef field) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("item", field.item())
                .put("pointer", field.pointer().toString())
                .put("title", field.title());
    }

    private static void explain(ObjectNode json, Suggestion suggestion) {
        json.put("score", BigDecimal.valueOf(suggestion.score()).setScale(2, RoundingMode.HALF_UP));
        var reasons = json.putArray("reasons");
        for (Reason reason : suggestion.reasons()) {
            Text text = reason.text();
            reasons.addObject().put("zh", text.zh()).put("en", text.en());
        }
    }
}
