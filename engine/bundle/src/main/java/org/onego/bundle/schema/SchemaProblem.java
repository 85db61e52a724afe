package org.onego.bundle.schema;

import tools.jackson.core.JsonPointer;

/// A reason why a schema cannot be compiled.
///
/// @param at where in the schema
/// @param message what is wrong, with the value
/// @param advice what to do
public record SchemaProblem(Kind kind, JsonPointer at, String message, String advice) {

    /// What is wrong with a schema.
    public enum Kind {
        /// It breaks the standard's own rules, e.g. `"type": "text"`.
        NOT_A_SCHEMA,
        /// A `$ref` that leads nowhere.
        DANGLING_REF,
        /// A `$ref` or `$schema` out of the document; nothing is ever fetched.
        OUTSIDE_REF,
        /// `$ref`s that lead in a circle without ever looking deeper into the value.
        CIRCULAR_REF,
        /// A format nobody knows, so that nothing would be checked.
        UNKNOWN_FORMAT,
        /// A regular expression that is none after ECMA-262.
        BAD_PATTERN,
        /// A regular expression that can take exponential time.
        SLOW_PATTERN
    }

    @Override
    public String toString() {
        return "#" + at + ": " + message + " → " + advice;
    }
}
