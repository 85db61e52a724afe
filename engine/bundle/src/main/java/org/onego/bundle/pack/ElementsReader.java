package org.onego.bundle.pack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Mask;
import org.onego.bundle.element.Widget;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads `elements/*.yaml`, the data dictionary.
final class ElementsReader {

    /// With more codes than these a list is a select.
    private static final int RADIO_CODES = 7;

    private final PackageFiles files;
    private final FileShape shape;
    private final JsonSchemas schemas;
    private final Map<String, CodeList> lists;
    private final Set<String> broken;
    private final Findings findings;
    private final Map<ElementId, Spot> precedences = new LinkedHashMap<>();

    ElementsReader(
            PackageFiles files,
            FileShape shape,
            JsonSchemas schemas,
            Map<String, CodeList> lists,
            Set<String> broken,
            Findings findings) {
        this.files = files;
        this.shape = shape;
        this.schemas = schemas;
        this.lists = lists;
        this.broken = broken;
        this.findings = findings;
    }

    /// Adds every element that is right to `elements` and `values`, and the others to `broken`; of
    /// a file that can't be read, its namespace.
    void read(Map<ElementId, Element> elements, Map<ElementId, CompiledSchema> values) {
        for (String name : files.names("elements", ".yaml", findings)) {
            files.tree("elements/" + name + ".yaml", findings)
                    .ifPresentOrElse(
                            tree -> readNamespace(name, tree, elements, values),
                            () -> broken.add(name));
        }
    }

    /// Each named type exists and answers the element. To be called when the types are read.
    void checkPrecedence(Map<String, CertificateType> types) {
        precedences.forEach((element, list) -> {
            for (Spot spot : list.elements()) {
                CertificateType type = types.get(spot.string());
                if (type == null) {
                    findings.error(
                            spot,
                            "there is no certificate type '" + spot.string() + "'",
                            Nearest.advice(
                                    spot.string(), types.keySet(), "define it in certificates/"));
                } else if (type.answers().stream()
                        .noneMatch(answer -> answer.element().equals(element))) {
                    findings.error(
                            spot,
                            "the certificate type '"
                                    + type.id()
                                    + "' doesn't answer '"
                                    + element
                                    + "'",
                            "leave it out, or add the answer to certificates/"
                                    + type.id()
                                    + ".yaml");
                }
            }
        });
    }

    private void readNamespace(
            String name,
            Spot tree,
            Map<ElementId, Element> elements,
            Map<ElementId, CompiledSchema> values) {
        boolean fits = shape.fits(tree, findings);
        Map<String, Spot> entries = tree.at("elements").entries();
        if (!fits) {
            entries.keySet().forEach(each -> broken.add(name + "." + each));
            return;
        }
        Spot namespace = tree.at("namespace");
        if (!namespace.string().equals(name)) {
            findings.error(
                    namespace,
                    "the namespace '" + namespace.string() + "' is not the file's name",
                    "write '" + name + "', or rename the file");
        }
        entries.forEach((key, entry) -> {
            ElementId id = new ElementId(name, key);
            int before = findings.errors();
            Element element = element(id, entry);
            CompiledSchema compiled =
                    SchemaFindings.compile(schemas, element.schema(), entry.at("schema"), findings);
            if (compiled == null || findings.errors() > before) {
                broken.add(id.toString());
            } else {
                elements.put(id, element);
                values.put(id, compiled);
            }
        });
    }

    private Element element(ElementId id, Spot entry) {
        Spot schema = entry.at("schema");
        SchemaFindings.lint(schema, findings);
        if (schema.node().findValue("$ref") != null) {
            findings.error(
                    schema,
                    "an element's schema has a $ref, and elements stand alone",
                    "write what it refers to here");
        }
        CodeList codes = codes(entry.at("codes"));
        ObjectNode full = withCodes(schema, codes);
        Spot precedence = entry.at("precedence");
        if (precedence.present()) {
            precedences.put(id, precedence);
        }
        Spot mask = entry.at("mask");
        return new Element(
                id,
                entry.at("title").text(),
                entry.at("hint").textOrNull(),
                full,
                codes,
                Widget.of(entry.at("widget").string()).orElseGet(() -> widget(full, codes)),
                entry.at("unit").stringOrNull(),
                mask.present() ? Mask.valueOf(mask.string().toUpperCase(Locale.ROOT)) : null,
                precedence.elements().stream().map(Spot::string).toList(),
                entry.at("source").stringOrNull());
    }

    private @Nullable CodeList codes(Spot spot) {
        CodeList list = lists.get(spot.string());
        if (list == null && spot.present()) {
            findings.error(
                    spot,
                    "the code list '" + spot.string() + "' does not exist, or is wrong itself",
                    Nearest.advice(spot.string(), lists.keySet(), "define it in codes/codes.yaml"));
        }
        return list;
    }

    /// The values of an element with codes are these codes; of a list, each of its entries.
    private ObjectNode withCodes(Spot spot, @Nullable CodeList codes) {
        ObjectNode schema = spot.object().deepCopy();
        if (codes == null) {
            return schema;
        }
        boolean list = schema.path("type").asString("").equals("array");
        ObjectNode coded = list ? schema.withObject("/items") : schema;
        if (coded.has("enum")) {
            findings.error(
                    spot,
                    "the schema has an enum beside the code list '" + codes.id() + "'",
                    "leave the enum out; items narrow it where they need to");
        }
        ArrayNode values = coded.putArray("enum");
        codes.codes().forEach(code -> values.add(code.code()));
        return schema;
    }

    private static Widget widget(ObjectNode schema, @Nullable CodeList codes) {
        String type = schema.path("type").asString("");
        if (codes != null) {
            return type.equals("array")
                    ? Widget.CHECKBOX_GROUP
                    : codes.codes().size() <= RADIO_CODES ? Widget.RADIO : Widget.SELECT;
        }
        return switch (type) {
            case "boolean" -> Widget.YES_NO;
            case "integer", "number" -> Widget.NUMBER;
            default ->
                    switch (schema.path("format").asString("")) {
                        case "date", "past-date" -> Widget.DATE;
                        case "local-date-time", "past-date-time", "date-time" -> Widget.DATE_TIME;
                        default -> Widget.TEXT;
                    };
        };
    }
}
