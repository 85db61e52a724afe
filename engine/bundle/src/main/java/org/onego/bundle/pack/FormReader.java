package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Element;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Form;
import org.onego.bundle.pack.FormParts.FieldPart;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Conditions;
import org.onego.bundle.schema.Subschemas;
import org.onego.bundle.schema.Subschemas.Subschema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads an item's `form.schema.json` and `form.ui.json`.
final class FormReader {

    private static final String ELEMENT = "element:";

    private final PackageFiles files;
    private final FileShape uiShape;
    private final Shared shared;
    private final Findings findings;

    FormReader(PackageFiles files, FileShape uiShape, Shared shared, Findings findings) {
        this.files = files;
        this.uiShape = uiShape;
        this.shared = shared;
        this.findings = findings;
    }

    /// @param folder the item's folder
    Optional<Form> read(String folder) {
        Optional<Spot> schema = files.tree(folder + "/form.schema.json", findings);
        String uiFile = folder + "/form.ui.json";
        Optional<Spot> ui = files.exists(uiFile) ? files.tree(uiFile, findings) : Optional.empty();
        boolean uiFits = ui.map(spot -> uiShape.fits(spot, findings)).orElse(true);
        return schema.flatMap(spot -> read(spot, uiFits ? ui.orElse(null) : null));
    }

    private Optional<Form> read(Spot schema, @Nullable Spot ui) {
        if (!schema.at("properties").node().isObject()) {
            findings.error(
                    schema,
                    "the form's schema has no properties",
                    "describe an object: {\"type\": \"object\", \"properties\": {…}}");
            return Optional.empty();
        }
        int before = findings.errors();
        SchemaFindings.lint(schema, findings);
        ObjectNode full = withElements(schema);
        if (findings.errors() > before) {
            return Optional.empty();
        }
        CompiledSchema compiled = SchemaFindings.compile(shared.schemas(), full, schema, findings);
        if (compiled == null) {
            return Optional.empty();
        }
        Conditions conditions = new Conditions(shared.schemas(), full.path("$defs"));
        FormParts parts =
                FormWalk.walk(
                        schema,
                        conditions,
                        new FieldReader(schema.node(), shared, findings),
                        findings);
        if (findings.errors() > before) {
            return Optional.empty();
        }
        UiLayout layout = UiLayout.read(ui, parts, shared.schemas(), conditions, findings);
        FormRules rules = new FormRules(parts, layout, conditions);
        List<Field> fields = new ArrayList<>();
        layout.order()
                .forEach(place -> {
                    FieldPart part = parts.fields().get(place);
                    if (part != null) {
                        fields.add(field(place, part, rules));
                    }
                });
        checkRequired(parts);
        checkHidden(parts, rules);
        ObjectNode layoutSource = ui == null ? JsonNodeFactory.instance.objectNode() : ui.object();
        return findings.errors() > before
                ? Optional.empty()
                : Optional.of(new Form(compiled, layoutSource, fields));
    }

    private static Field field(Place place, FieldPart part, FormRules rules) {
        return new Field(
                place.pointer(),
                place.group(),
                part.subject(),
                part.element() == null ? null : part.element().id(),
                part.title(),
                part.hint(),
                part.schema(),
                rules.required(place),
                rules.visible(place));
    }

    /// The schema with every element it refers to under `$defs`, so that it stands on its own.
    private ObjectNode withElements(Spot schema) {
        ObjectNode full = schema.object().deepCopy();
        for (Subschema each : Subschemas.all(schema.node())) {
            String ref = each.schema().path("$ref").asString("");
            if (ref.startsWith(ELEMENT)) {
                Spot spot = schema.at(each.at()).at("$ref");
                String id = ref.substring(ELEMENT.length());
                shared.element(spot, id, findings).ifPresent(element -> embed(element, full));
            }
        }
        return full;
    }

    private static void embed(Element element, ObjectNode full) {
        String ref = ELEMENT + element.id();
        JsonNode definitions = full.path("$defs");
        if (!definitions.has(ref)) {
            ObjectNode definition = JsonNodeFactory.instance.objectNode();
            definition.put("$id", ref);
            definition.setAll(element.schema());
            (definitions instanceof ObjectNode object ? object : full.putObject("$defs"))
                    .set(ref, definition);
        }
    }

    /// A form that always demands what its layout sometimes hides can then never be right.
    private void checkHidden(FormParts parts, FormRules rules) {
        parts.fields()
                .forEach((place, part) -> {
                    if (rules.required(place).equals(Condition.ALWAYS)
                            && !rules.visible(place).equals(Condition.ALWAYS)) {
                        findings.error(
                                part.spot(),
                                "the field '"
                                        + place
                                        + "' is always required, but not"
                                        + " always shown",
                                "demand it under the condition under which it is shown");
                    }
                });
    }

    /// A form that demands what it does not ask for can never be right.
    private void checkRequired(FormParts parts) {
        Set<String> known = new TreeSet<>();
        parts.fields().keySet().forEach(place -> known.add(place.toString()));
        parts.subjects().keySet().forEach(place -> known.add(place.toString()));
        parts.demands()
                .forEach((place, demands) -> {
                    String at = place.toString();
                    if (known.stream().noneMatch(each -> (each + "/").startsWith(at + "/"))) {
                        findings.error(
                                demands.getFirst().spot(),
                                "'" + at + "' is required, but no field stands there",
                                Nearest.advice(at, known, "add the field, or take it out"));
                    }
                });
    }
}
