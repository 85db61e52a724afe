package org.onego.bundle.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Compiles JSON Schemas (2020-12) with formats asserted, regular expressions after ECMA-262, and
/// nothing ever fetched: a schema carries all that it refers to, elements under `$defs` with `$id:
/// element:…`.
///
/// Thread-safe. Compile once and share.
public final class JsonSchemas {

    private final SchemaRegistry registry;
    private final SchemaCheck check;
    private final Set<String> formats;

    /// Schemas whose `past-…` formats ask the system's clock.
    public JsonSchemas() {
        this(Clock.systemUTC());
    }

    public JsonSchemas(InstantSource clock) {
        List<NamedFormat> formats = NamedFormat.all(clock);
        this.registry = Validators.registry(Dialects.getDraft202012(), formats, true, Map.of());
        Set<String> names =
                formats.stream()
                        .map(NamedFormat::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(StandardFormats.NAMES);
        this.formats = Set.copyOf(names);
        this.check = new SchemaCheck(names);
    }

    /// The names of all formats that a schema may use.
    public Set<String> formats() {
        return formats;
    }

    /// Compiles a schema, or says everything that is wrong with it.
    public Compilation tryCompile(JsonNode schema) {
        List<SchemaProblem> problems = check.problems(schema);
        if (!problems.isEmpty()) {
            return new Compilation.Refused(problems);
        }
        JsonNode own = schema.deepCopy();
        return new Compilation.Compiled(new NetworkntSchema(own, registry.getSchema(own)));
    }

    /// Compiles a schema that is known to be right, such as one this program has written.
    ///
    /// @throws IllegalArgumentException when it isn't right, with everything that is wrong
    public CompiledSchema compile(JsonNode schema) {
        return switch (tryCompile(schema)) {
            case Compilation.Compiled compiled -> compiled.schema();
            case Compilation.Refused refused ->
                    throw new IllegalArgumentException(
                            refused.problems().stream()
                                    .map(SchemaProblem::toString)
                                    .collect(Collectors.joining("; ", "schema refused: ", "")));
        };
    }
}
