package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.element.CertificateType.Attribute;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.element.CertificateType.HolderKind;
import org.onego.bundle.element.CertificateType.Identity;
import org.onego.bundle.element.CertificateType.Issuer;
import org.onego.bundle.element.CertificateType.Kind;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.OnDispute;
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
        Map<String, Identity> about = about(tree.at("about"), attributes);
        Spot issuer = tree.at("issuer");
        Spot onDispute = tree.at("onDispute");
        return new CertificateType(
                name,
                tree.at("title").text(),
                Kind.valueOf(tree.at("kind").string().toUpperCase(Locale.ROOT)),
                tree.at("typeCode").stringOrNull(),
                new Issuer(
                        issuer.at("name").string(),
                        issuer.at("code").stringOrNull(),
                        issuer.at("department").stringOrNull()),
                HolderKind.valueOf(tree.at("holder").string().toUpperCase(Locale.ROOT)),
                attributes,
                about,
                answers(tree.at("answers"), attributes, about),
                number(tree.at("validity").at("years")),
                number(tree.at("freshness").at("hours")),
                onDispute.present()
                        ? OnDispute.valueOf(onDispute.string().toUpperCase(Locale.ROOT))
                        : OnDispute.FLAG);
    }

    private static @Nullable Integer number(Spot spot) {
        return spot.present() ? spot.node().intValue() : null;
    }

    private Map<String, Identity> about(Spot spot, Map<String, Attribute> attributes) {
        Map<String, Identity> about = new LinkedHashMap<>();
        spot.entries()
                .forEach((relation, entry) -> {
                    Spot each = entry.at("each");
                    if (each.present()) {
                        checkAttribute(each, attributes.keySet());
                    }
                    Set<String> said = said(each.stringOrNull(), attributes);
                    for (Spot attribute : List.of(entry.at("name"), entry.at("idNo"))) {
                        if (attribute.present()) {
                            checkAttribute(attribute, said);
                        }
                    }
                    about.put(
                            relation,
                            new Identity(
                                    entry.at("name").stringOrNull(),
                                    entry.at("idNo").stringOrNull(),
                                    each.stringOrNull()));
                });
        return about;
    }

    /// What the type says of a subject: its attributes, or the members of the entries of a list.
    private static Set<String> said(@Nullable String each, Map<String, Attribute> attributes) {
        Attribute list = each == null ? null : attributes.get(each);
        return list == null
                ? attributes.keySet()
                : Set.copyOf(list.schema().path("items").path("properties").propertyNames());
    }

    private List<Answer> answers(
            Spot spot, Map<String, Attribute> attributes, Map<String, Identity> relations) {
        List<Answer> answers = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(relations.keySet());
        known.add(CertificateType.HOLDER);
        for (Spot answer : spot.elements()) {
            Spot about = answer.at("about");
            Identity whom = relations.get(about.string());
            checkAttribute(
                    answer.at("attribute"), said(whom == null ? null : whom.each(), attributes));
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
