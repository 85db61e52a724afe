package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.element.CertificateType.Attribute;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.element.CertificateType.HolderKind;
import org.onego.bundle.element.CertificateType.Identity;
import org.onego.bundle.element.CertificateType.Issuer;
import org.onego.bundle.element.CertificateType.Kind;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.schema.CompiledSchema;

/// Reads `certificates/*.yaml`.
final class CertificatesReader {

    private final PackageFiles files;
    private final FileShape shape;
    private final Shared elements;
    private final Findings findings;

    /// @param elements the dictionary as far as it is read: its elements
    CertificatesReader(PackageFiles files, FileShape shape, Shared elements, Findings findings) {
        this.files = files;
        this.shape = shape;
        this.elements = elements;
        this.findings = findings;
    }

    /// Adds every type that is right to `types` and `attributes`, and the others to `broken`.
    void read(
            Map<String, CertificateType> types,
            Map<String, Map<String, CompiledSchema>> attributes,
            Set<String> broken) {
        for (String name : files.names("certificates", ".yaml", findings)) {
            int before = findings.errors();
            Map<String, CompiledSchema> schemas = new LinkedHashMap<>();
            files.tree("certificates/" + name + ".yaml", findings)
                    .filter(tree -> shape.fits(tree, findings))
                    .map(tree -> type(name, tree, schemas))
                    .filter(_ -> findings.errors() == before)
                    .ifPresentOrElse(
                            type -> {
                                types.put(name, type);
                                attributes.put(name, Map.copyOf(schemas));
                            },
                            () -> broken.add(name));
        }
    }

    private CertificateType type(String name, Spot tree, Map<String, CompiledSchema> schemas) {
        Spot id = tree.at("id");
        if (!id.string().equals(name)) {
            findings.error(
                    id,
                    "the id '" + id.string() + "' is not the file's name",
                    "write '" + name + "', or rename the file");
        }
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        tree.at("attributes")
                .entries()
                .forEach((key, spot) -> {
                    Spot schema = spot.at("schema");
                    CompiledSchema compiled =
                            SchemaFindings.compile(elements.schemas(), schema, findings);
                    if (compiled != null) {
                        schemas.put(key, compiled);
                    }
                    attributes.put(
                            key, new Attribute(key, spot.at("title").text(), schema.object()));
                });
        Map<String, Identity> about = about(tree.at("about"), attributes.keySet());
        Spot issuer = tree.at("issuer");
        Spot years = tree.at("validity").at("years");
        return new CertificateType(
                name,
                tree.at("title").text(),
                Kind.valueOf(tree.at("kind").string().toUpperCase(Locale.ROOT)),
                tree.at("typeCode").stringOrNull(),
                new Issuer(issuer.at("name").string(), issuer.at("code").stringOrNull()),
                HolderKind.valueOf(tree.at("holder").string().toUpperCase(Locale.ROOT)),
                attributes,
                about,
                answers(tree.at("answers"), attributes.keySet(), about.keySet()),
                years.present() ? years.node().intValue() : null);
    }

    private Map<String, Identity> about(Spot spot, Set<String> attributes) {
        Map<String, Identity> about = new LinkedHashMap<>();
        spot.entries()
                .forEach((relation, entry) -> {
                    for (Spot attribute : entry.entries().values()) {
                        checkAttribute(attribute, attributes);
                    }
                    about.put(
                            relation,
                            new Identity(
                                    entry.at("name").stringOrNull(),
                                    entry.at("idNo").stringOrNull()));
                });
        return about;
    }

    private List<Answer> answers(Spot spot, Set<String> attributes, Set<String> relations) {
        List<Answer> answers = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(relations);
        known.add(CertificateType.HOLDER);
        for (Spot answer : spot.elements()) {
            checkAttribute(answer.at("attribute"), attributes);
            Spot about = answer.at("about");
            if (!known.contains(about.string())) {
                findings.error(
                        about,
                        "it does not speak about '" + about.string() + "'",
                        Nearest.advice(about.string(), known, "name it under about"));
            }
            Spot element = answer.at("element");
            Spot converter = answer.at("converter");
            elements.element(element, element.string(), findings)
                    .filter(each -> each.codes() == null)
                    .filter(_ -> converter.string().equals("text-to-code"))
                    .ifPresent(each ->
                            findings.error(
                                    converter,
                                    "the element '" + each.id() + "' has no code list",
                                    "leave text-to-code out, or give the element codes"));
            answers.add(
                    new Answer(
                            answer.at("attribute").string(),
                            ElementId.parse(element.string()),
                            about.string(),
                            Edit.valueOf(answer.at("edit").string().toUpperCase(Locale.ROOT)),
                            converter.stringOrNull()));
        }
        return answers;
    }

    private void checkAttribute(Spot spot, Set<String> attributes) {
        if (!attributes.contains(spot.string())) {
            findings.error(
                    spot,
                    "it has no attribute '" + spot.string() + "'",
                    Nearest.advice(spot.string(), attributes, "define it under attributes"));
        }
    }
}
