package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Form;
import org.onego.bundle.item.Material;
import org.onego.bundle.item.Result;

/// Reads an item's materials and results.
final class MaterialsReader {

    private final Shared shared;
    private final Set<String> subjects;
    private final WhenReader when;
    private final Findings findings;

    /// @param subjects the subjects of the item's form
    MaterialsReader(Shared shared, Form form, Set<String> subjects, Findings findings) {
        this.shared = shared;
        this.subjects = subjects;
        this.when = new WhenReader(shared.schemas(), new AskForm(form, shared, findings));
        this.findings = findings;
    }

    List<Material> materials(Spot spot) {
        List<Material> materials = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Spot each : spot.elements()) {
            Spot about = each.at("about");
            Spot certificate = each.at("certificate");
            checkSubject(about);
            if (certificate.present()) {
                shared.certificate(certificate, findings);
                if (!about.present()) {
                    findings.error(
                            each,
                            "nothing says whose '" + certificate.string() + "' replaces it",
                            "add about: one of " + String.join(", ", subjects));
                }
            }
            if (!seen.add(each.at("code").string() + " " + about.string())) {
                findings.error(
                        each.at("code"),
                        "the material '" + each.at("code").string() + "' is asked for twice",
                        "leave one out, or say about whom each is");
            }
            Spot copies = each.at("copies");
            materials.add(
                    new Material(
                            each.at("code").string(),
                            each.at("title").text(),
                            each.at("requirement").string().equals("required"),
                            when.read(each.at("when")),
                            certificate.stringOrNull(),
                            about.stringOrNull(),
                            Material.Form.valueOf(
                                    each.at("form").string().toUpperCase(Locale.ROOT)),
                            copies.present() ? copies.node().intValue() : 1));
        }
        return materials;
    }

    private void checkSubject(Spot spot) {
        if (spot.present() && !subjects.contains(spot.string())) {
            findings.error(
                    spot,
                    "the item's form has no subject '" + spot.string() + "'",
                    Nearest.advice(
                            spot.string(), subjects, "name an x-subject of form.schema.json"));
        }
    }

    List<Result> results(Spot spot) {
        List<Result> results = new ArrayList<>();
        for (Spot each : spot.elements()) {
            Spot certificate = each.at("certificate");
            Spot title = each.at("title");
            CertificateType type =
                    certificate.present() ? shared.certificate(certificate, findings) : null;
            Text named = type == null ? title.text() : type.title();
            results.add(
                    new Result(
                            certificate.present()
                                    ? certificate.string()
                                    : each.at("document").string(),
                            certificate.stringOrNull(),
                            title.present() ? title.text() : named,
                            produces(each.at("produces"))));
        }
        return results;
    }

    private Map<String, List<ElementId>> produces(Spot spot) {
        Map<String, List<ElementId>> produces = new LinkedHashMap<>();
        spot.entries()
                .forEach((subject, elements) -> {
                    Set<ElementId> known = new LinkedHashSet<>();
                    for (Spot element : elements.elements()) {
                        shared.element(element, element.string(), findings)
                                .ifPresent(each -> known.add(each.id()));
                    }
                    produces.put(subject, List.copyOf(known));
                });
        return produces;
    }
}
