package org.onego.bundle.element;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A type of certificate (电子证照) or register (登记数据), as data.
///
/// @param typeCode 21 characters after GB/T 36902, or null where it is not publicly known and must
///   be configured
/// @param about the further subjects it speaks about, by their relation to the holder
/// @param validityYears how long it is valid after issue, or null for no limit
public record CertificateType(
        String id,
        Text title,
        Kind kind,
        @Nullable String typeCode,
        Issuer issuer,
        HolderKind holder,
        Map<String, Attribute> attributes,
        Map<String, Identity> about,
        List<Answer> answers,
        @Nullable Integer validityYears) {

    /// The relation of the holder to itself in [Answer#about].
    public static final String HOLDER = "holder";

    public CertificateType {
        attributes = Map.copyOf(attributes);
        about = Map.copyOf(about);
        answers = List.copyOf(answers);
    }

    /// An issued certificate, or data of a department that is no certificate.
    public enum Kind {
        CERTIFICATE,
        REGISTER
    }

    public enum HolderKind {
        PERSON,
        COMPANY
    }

    /// Whether the citizen may change an answer that came from it; a locked one only by 纠错.
    public enum Edit {
        LOCKED,
        EDITABLE
    }

    public record Issuer(String name, @Nullable String code) {}

    public record Attribute(String name, Text title, ObjectNode schema) {}

    /// Which attributes are the name and the id number of a related subject.
    public record Identity(@Nullable String name, @Nullable String idNo) {}

    /// `attribute` answers `element` about the holder or a relation of it.
    ///
    /// @param converter how the attribute becomes the element's value, or null when it is the value
    public record Answer(
            String attribute,
            ElementId element,
            String about,
            Edit edit,
            @Nullable String converter) {}
}
