package org.onego.bundle.pack;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;

/// The dictionary with its compiled schemas, and the names in it that are wrong themselves: what
/// refers to one of these is told so, and not that it refers to nothing.
///
/// @param broken elements (`person.name`), namespaces and certificate types that could not be read
/// @param values the elements' schemas
/// @param attributes certificate type → attribute → schema
record Shared(
        JsonSchemas schemas,
        Dictionary dictionary,
        Set<String> broken,
        Map<ElementId, CompiledSchema> values,
        Map<String, Map<String, CompiledSchema>> attributes) {

    /// The element that a package names; empty, with a finding, when there is none.
    Optional<Element> element(Spot spot, String id, Findings findings) {
        Element element =
                ElementId.isValid(id) ? dictionary.elements().get(ElementId.parse(id)) : null;
        if (element == null) {
            Set<String> known = new TreeSet<>();
            dictionary.elements().keySet().forEach(each -> known.add(each.toString()));
            unknown(spot, "element", id, "elements/", known, findings);
        }
        return Optional.ofNullable(element);
    }

    /// The certificate type that a package names; null, with a finding, when there is none.
    @Nullable CertificateType certificate(Spot spot, Findings findings) {
        CertificateType type = dictionary.certificateTypes().get(spot.string());
        if (type == null) {
            unknown(
                    spot,
                    "certificate type",
                    spot.string(),
                    "certificates/",
                    dictionary.certificateTypes().keySet(),
                    findings);
        }
        return type;
    }

    private void unknown(
            Spot spot,
            String what,
            String id,
            String folder,
            Set<String> known,
            Findings findings) {
        if (broken.contains(id) || broken.contains(id.replaceFirst("\\..*", ""))) {
            findings.error(
                    spot,
                    "the " + what + " '" + id + "' is wrong itself",
                    "correct it in " + folder + " first");
        } else {
            findings.error(
                    spot,
                    "the " + what + " '" + id + "' does not exist",
                    Nearest.advice(id, known, "define it in " + folder));
        }
    }
}
