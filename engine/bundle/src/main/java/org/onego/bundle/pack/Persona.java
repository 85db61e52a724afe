package org.onego.bundle.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An invented citizen with certificates, for previews, tests and the simulators.
///
/// @param guide the guide's answers
/// @param chosen optional items that this person takes; null: the preselected ones
/// @param answers subject → element → what this person types by hand; each row of a repeated group
///   is a subject of its own, `child_1`, `child_2`
/// @param family others who can log in and be asked for an authorisation; their certificates are
///   among the others
public record Persona(
        String id,
        Text title,
        Person person,
        Map<String, String> guide,
        @Nullable List<String> chosen,
        List<HeldCertificate> certificates,
        Map<String, Map<ElementId, JsonNode>> answers,
        List<Person> family) {

    public Persona {
        guide = Map.copyOf(guide);
        certificates = List.copyOf(certificates);
        answers = Map.copyOf(answers);
        family = List.copyOf(family);
    }

    public record Person(String name, String idNo, String mobile) {}

    /// @param type id of a certificate type
    /// @param holder id number of the holder
    public record HeldCertificate(
            String type,
            String holder,
            String number,
            LocalDate issued,
            @Nullable LocalDate expires,
            ObjectNode attributes) {}
}
