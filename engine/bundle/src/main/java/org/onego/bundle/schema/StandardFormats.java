package org.onego.bundle.schema;

import java.util.Set;

/// The formats of JSON Schema that an answer can have. Those for programmers (`regex`,
/// `json-pointer`, `uri-template`, …) are left out: no citizen answers with one, and the library
/// checks them with patterns that can take very long.
final class StandardFormats {

    static final Set<String> NAMES =
            Set.of(
                    "date",
                    "time",
                    "date-time",
                    "duration",
                    "email",
                    "idn-email",
                    "hostname",
                    "ipv4",
                    "ipv6",
                    "uri",
                    "uri-reference",
                    "iri",
                    "iri-reference",
                    "uuid");

    private StandardFormats() {}
}
