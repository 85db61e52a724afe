package org.onego.bundle.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.element.Element;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Form;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Conditions over an item's own document ask about its fields.
final class AskForm implements WhenReader.Askable {

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Shared shared;
    private final Findings findings;

    AskForm(Form form, Shared shared, Findings findings) {
        for (Field field : form.fields()) {
            if (field.group() == null) {
                fields.put(field.pointer().toString(), field);
            }
        }
        this.shared = shared;
        this.findings = findings;
    }

    @Override
    public Optional<JsonPointer> at(Spot spot, String key) {
        Field field = fields.get(key);
        if (field == null) {
            findings.error(
                    spot,
                    "'" + key + "' is no field of the item's form",
                    Nearest.advice(key, fields.keySet(), "write a pointer such as /mother/idType"));
            return Optional.empty();
        }
        return Optional.of(field.pointer());
    }

    @Override
    public void checkValue(Spot spot, String key, JsonNode value) {
        Field field = fields.get(key);
        Element element =
                field == null || field.element() == null
                        ? null
                        : shared.dictionary().elements().get(field.element());
        CodeList codes = element == null ? null : element.codes();
        if (codes != null && codes.find(value.asString("")).isEmpty()) {
            findings.error(
                    spot,
                    "'" + value.asString("") + "' is no code of '" + codes.id() + "'",
                    "use a code of codes/" + codes.id() + ".csv, in quotes");
        }
    }
}
