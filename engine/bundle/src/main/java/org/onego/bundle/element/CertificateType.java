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
/// @param freshHours how long what was read counts as what the source says, or null for as long as
///   the application lasts
/// @param onDispute how items go on when it is said to be wrong, unless they say so themselves
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
        @Nullable Integer validityYears,
        @Nullable Integer freshHours,
        OnDispute onDispute) {

    /// The relation of the holder to itself in [Answer#about].
    public static final String HOLDER = "holder";

    /// The register of what is known at login.
    public static final String HOST_PROFILE = "host-profile";

    public CertificateType {
        attributes = Map.copyOf(attributes);
        about = Map.copyOf(about);
        answers = List.copyOf(answers);
    }

    /// Whether this is what the host app hands over at login: it costs no look-up and is no
    /// certificate.
    public boolean isHostProfile() {
        return kind == Kind.REGISTER && id.equals(HOST_PROFILE);
    }

    /// Whether several stand in this relation to the holder, one in each entry of a list.
    public boolean lists(String relation) {
        Identity identity = about.get(relation);
        return identity != null && identity.each() != null;
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

    /// @param department id of the department at whose desk it is corrected, or null where none
    ///   here can
    public record Issuer(String name, @Nullable String code, @Nullable String department) {}

    public record Attribute(String name, Text title, ObjectNode schema) {}

    /// Which attributes are the name and the id number of a related subject.
    ///
    /// @param each where not null, the attribute that lists several such subjects; what is said of
    ///   each of them, name and id number too, are members of its entries
    public record Identity(@Nullable String name, @Nullable String idNo, @Nullable String each) {

        /// Of one subject.
        public Identity(@Nullable String name, @Nullable String idNo) {
            this(name, idNo, null);
        }
    }

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
