package org.onego.bundle.schema;

import java.util.Optional;
import org.onego.bundle.schema.SchemaProblem.Kind;
import tools.jackson.core.JsonPointer;

/// Whether a regular expression is one after ECMA-262.
final class PatternCheck {

    private PatternCheck() {}

    static Optional<SchemaProblem> problem(JsonPointer at, String pattern) {
        try {
            var _ = new EcmaRegex(pattern);
            return Optional.empty();
        } catch (EcmaRegex.BadPattern bad) {
            return Optional.of(
                    new SchemaProblem(
                            Kind.BAD_PATTERN,
                            at,
                            "'"
                                    + pattern
                                    + "' is not a regular expression after ECMA-262: "
                                    + bad.getMessage(),
                            "correct the expression"));
        }
    }
}
