package org.onego.bundle.pack;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.schema.Compilation;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.bundle.schema.SchemaError;
import org.onego.bundle.schema.SchemaLint;
import org.onego.bundle.schema.SchemaProblem;
import tools.jackson.databind.JsonNode;

/// Turns what is wrong with schemas, and with values under them, into findings.
final class SchemaFindings {

    private SchemaFindings() {}

    /// Compiles a schema that stands in a package; null, with findings, when that can't be done.
    static @Nullable CompiledSchema compile(JsonSchemas schemas, Spot spot, Findings findings) {
        lint(spot, findings);
        return compile(schemas, spot.node(), spot, findings);
    }

    /// Compiles what was made of the schema at `spot`.
    static @Nullable CompiledSchema compile(
            JsonSchemas schemas, JsonNode schema, Spot spot, Findings findings) {
        return switch (schemas.tryCompile(schema)) {
            case Compilation.Compiled compiled -> compiled.schema();
            case Compilation.Refused refused -> {
                for (SchemaProblem problem : refused.problems()) {
                    findings.error(spot.at(problem.at()), problem.message(), problem.advice());
                }
                yield null;
            }
        };
    }

    static void lint(Spot spot, Findings findings) {
        for (var unknown : SchemaLint.unknownKeywords(spot.node())) {
            findings.error(
                    spot.at(unknown.at()),
                    "'" + unknown.keyword() + "' is no keyword of JSON Schema and checks nothing",
                    Nearest.advice(
                            unknown.keyword(),
                            SchemaLint.KEYWORDS,
                            "leave it out; own keywords start with x-"));
        }
    }

    /// Reports how the value at `spot` fails a schema.
    ///
    /// @param what whose schema it is, e.g. `element person.name`
    /// @return whether it satisfies the schema
    static boolean accept(CompiledSchema schema, Spot spot, String what, Findings findings) {
        boolean accepted = true;
        for (SchemaError error : schema.validate(spot.node())) {
            accepted = false;
            Spot at = spot.at(error.at());
            String missing = error.property().isEmpty() ? "" : " ('" + error.property() + "')";
            findings.error(
                    at,
                    at.node()
                            + " does not satisfy "
                            + what
                            + ": "
                            + error.keyword()
                            + " "
                            + brief(error.expected())
                            + missing,
                    "correct the value, or the schema");
        }
        return accepted;
    }

    private static String brief(JsonNode expected) {
        String text = expected.toString();
        return text.length() > 80 ? text.substring(0, 77) + "…" : text;
    }
}
