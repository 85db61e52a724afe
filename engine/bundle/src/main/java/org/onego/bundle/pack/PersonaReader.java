package org.onego.bundle.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.pack.Persona.HeldCertificate;
import org.onego.bundle.schema.CompiledSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads `personas/*.yaml`.
final class PersonaReader {

    private final PackageFiles files;
    private final FileShape shape;
    private final Shared shared;
    private final Findings findings;

    PersonaReader(PackageFiles files, FileShape shape, Shared shared, Findings findings) {
        this.files = files;
        this.shape = shape;
        this.shared = shared;
        this.findings = findings;
    }

    /// What a persona may refer to.
    ///
    /// @param options guide question → values
    /// @param repeated the subjects that items ask about in rows
    /// @param items the bundle's items
    record Known(
            Map<String, Set<String>> options,
            Set<String> subjects,
            Set<String> repeated,
            Set<String> items) {}

    /// @param known null where the bundle itself could not be read
    Optional<Persona> read(String file, @Nullable Known known) {
        int before = findings.errors();
        return files.tree(file, findings)
                .filter(tree -> shape.fits(tree, findings))
                .map(tree -> persona(tree, known))
                .filter(_ -> findings.errors() == before);
    }

    private Persona persona(Spot tree, @Nullable Known known) {
        Spot id = tree.at("id");
        String name = tree.file().substring(tree.file().lastIndexOf('/') + 1).replace(".yaml", "");
        if (!id.string().equals(name)) {
            findings.error(
                    id,
                    "the id '" + id.string() + "' is not the file's name",
                    "write '" + name + "', or rename the file");
        }
        if (known != null) {
            checkAgainst(tree, known);
        }
        Map<String, String> guide = new LinkedHashMap<>();
        tree.at("guide").entries().forEach((key, value) -> guide.put(key, value.string()));
        Map<String, Map<ElementId, JsonNode>> answers = new LinkedHashMap<>();
        tree.at("answers")
                .entries()
                .forEach((subject, spot) -> {
                    if (spot.node().isArray()) {
                        rows(subject, spot, answers);
                    } else {
                        answers.put(subject, ElementAnswers.read(spot, shared, findings));
                    }
                });
        Spot chosen = tree.at("chosen");
        return new Persona(
                name,
                tree.at("title").text(),
                person(tree.at("person")),
                guide,
                chosen.present() ? chosen.elements().stream().map(Spot::string).toList() : null,
                certificates(tree.at("certificates")),
                answers,
                tree.at("family").elements().stream().map(PersonaReader::person).toList());
    }

    private static Persona.Person person(Spot spot) {
        return new Persona.Person(
                spot.at("name").string(), spot.at("idNo").string(), spot.at("mobile").string());
    }

    /// Each row of a repeated group is a subject of its own, `child_1`, `child_2`.
    private void rows(String repeated, Spot list, Map<String, Map<ElementId, JsonNode>> answers) {
        int number = 0;
        for (Spot row : list.elements()) {
            number++;
            answers.put(
                    RowSubject.of(repeated, number), ElementAnswers.read(row, shared, findings));
        }
    }

    private void checkAgainst(Spot tree, Known known) {
        tree.at("guide")
                .entries()
                .forEach((question, value) -> {
                    Set<String> options = known.options().get(question);
                    if (options == null) {
                        findings.error(
                                value,
                                "the guide has no question '" + question + "'",
                                Nearest.advice(question, known.options().keySet(), "take it out"));
                    } else if (!options.contains(value.string())) {
                        findings.error(
                                value,
                                "'"
                                        + value.string()
                                        + "' is no option of the question '"
                                        + question
                                        + "'",
                                Nearest.advice(value.string(), options, "use an option"));
                    }
                });
        tree.at("answers")
                .entries()
                .forEach((subject, spot) -> {
                    if (!known.subjects().contains(subject)) {
                        findings.error(
                                spot,
                                "the bundle has no subject '" + subject + "'",
                                Nearest.advice(subject, known.subjects(), "take it out"));
                    } else if (spot.node().isArray() != known.repeated().contains(subject)) {
                        boolean list = spot.node().isArray();
                        findings.error(
                                spot,
                                "the items ask about '"
                                        + subject
                                        + (list ? "' once, not in rows" : "' in rows"),
                                list
                                        ? "write element: value"
                                        : "write a list, with one entry for each row");
                    }
                });
        for (Spot item : tree.at("chosen").elements()) {
            if (!known.items().contains(item.string())) {
                findings.error(
                        item,
                        "the bundle has no item '" + item.string() + "'",
                        Nearest.advice(item.string(), known.items(), "take it out"));
            }
        }
    }

    private List<HeldCertificate> certificates(Spot spot) {
        List<HeldCertificate> held = new ArrayList<>();
        for (Spot each : spot.elements()) {
            Spot attributes = each.at("attributes");
            Spot type = each.at("type");
            if (shared.certificate(type, findings) != null) {
                checkAttributes(type.string(), attributes);
            }
            Spot expires = each.at("expires");
            held.add(
                    new HeldCertificate(
                            type.string(),
                            each.at("holder").string(),
                            each.at("number").string(),
                            LocalDate.parse(each.at("issued").string()),
                            expires.present() ? LocalDate.parse(expires.string()) : null,
                            attributes.node().isObject()
                                    ? attributes.object()
                                    : JsonNodeFactory.instance.objectNode()));
        }
        return held;
    }

    private void checkAttributes(String type, Spot attributes) {
        Map<String, CompiledSchema> schemas = shared.attributes().getOrDefault(type, Map.of());
        attributes
                .entries()
                .forEach((name, value) -> {
                    CompiledSchema schema = schemas.get(name);
                    if (schema == null) {
                        findings.error(
                                value,
                                "'" + type + "' has no attribute '" + name + "'",
                                Nearest.advice(
                                        name,
                                        schemas.keySet(),
                                        "define it in certificates/" + type + ".yaml"));
                    } else {
                        SchemaFindings.accept(
                                schema, value, "the attribute " + type + "." + name, findings);
                    }
                });
    }
}
