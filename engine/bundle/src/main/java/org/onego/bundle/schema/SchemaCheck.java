package org.onego.bundle.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.onego.bundle.schema.SchemaProblem.Kind;
import org.onego.bundle.schema.Subschemas.Subschema;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Finds everything for which a schema is refused, before the validator library sees it.
final class SchemaCheck {

    private static final Schema META =
            SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            builder ->
                                    builder.schemaRegistryConfig(
                                            SchemaRegistryConfig.builder()
                                                    .pathType(PathType.JSON_POINTER)
                                                    .build()))
                    .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));

    private final Set<String> formats;

    /// @param formats the names of all known formats
    SchemaCheck(Set<String> formats) {
        this.formats = new TreeSet<>(formats);
    }

    List<SchemaProblem> problems(JsonNode schema) {
        List<SchemaProblem> problems = againstStandard(schema);
        if (!problems.isEmpty()) {
            return problems;
        }
        problems.addAll(RefCheck.problems(schema));
        for (Subschema each : Subschemas.all(schema)) {
            checkDialect(each, problems);
            checkFormat(each, problems);
            checkPatterns(each, problems);
        }
        return problems;
    }

    private static List<SchemaProblem> againstStandard(JsonNode schema) {
        List<SchemaProblem> problems = new ArrayList<>();
        for (SchemaError error : new NetworkntSchema(schema, META).validate(schema)) {
            // The standard's schema fails as a whole, too, for every part that fails.
            boolean whole = error.keyword().equals("anyOf");
            if (!whole && problems.stream().noneMatch(each -> each.at().equals(error.at()))) {
                problems.add(
                        new SchemaProblem(
                                Kind.NOT_A_SCHEMA,
                                error.at(),
                                schema.at(error.at())
                                        + " breaks JSON Schema 2020-12: "
                                        + error.keyword()
                                        + " "
                                        + error.expected(),
                                "write what the standard allows there"));
            }
        }
        return problems;
    }

    private static void checkDialect(Subschema each, List<SchemaProblem> problems) {
        JsonNode dialect = each.schema().path("$schema");
        if (!dialect.isMissingNode() && !dialect.asString("").equals(DialectId.DRAFT_2020_12)) {
            problems.add(
                    new SchemaProblem(
                            Kind.OUTSIDE_REF,
                            each.at().appendProperty("$schema"),
                            "$schema '" + dialect.asString("") + "' is another dialect",
                            "write '" + DialectId.DRAFT_2020_12 + "', or leave $schema out"));
        }
    }

    private void checkFormat(Subschema each, List<SchemaProblem> problems) {
        JsonNode format = each.schema().path("format");
        if (format.isString() && !formats.contains(format.asString())) {
            problems.add(
                    new SchemaProblem(
                            Kind.UNKNOWN_FORMAT,
                            each.at().appendProperty("format"),
                            "format '" + format.asString() + "' is not known",
                            "use one of " + String.join(", ", formats)));
        }
    }

    private static void checkPatterns(Subschema each, List<SchemaProblem> problems) {
        JsonNode pattern = each.schema().path("pattern");
        if (pattern.isString()) {
            JsonPointer at = each.at().appendProperty("pattern");
            PatternCheck.problem(at, pattern.asString()).ifPresent(problems::add);
        }
        for (var property : each.schema().path("patternProperties").properties()) {
            JsonPointer at =
                    each.at().appendProperty("patternProperties").appendProperty(property.getKey());
            PatternCheck.problem(at, property.getKey()).ifPresent(problems::add);
        }
    }
}
