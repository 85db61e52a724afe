package org.onego.bundle.schema.intersect;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Intersects line by line: reads `{"schemas":[schema, …]}`, each schema complete in itself, and
/// writes `{"schema":…,"verdict":"satisfiable|empty|unknown"}` with a `witness`, or with a `reason`
/// and, where it is empty, the `conflict`. A line that cannot be answered gets `{"error":…}`, and
/// the next one follows. Blank lines are passed over.
public final class IntersectLines {

    /// Characters of one line.
    private static final int LONGEST = 64 * 1024 * 1024;

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private final SchemaIntersection intersection;

    public IntersectLines(SchemaIntersection intersection) {
        this.intersection = intersection;
    }

    public void run(Reader in, Writer out) throws IOException {
        Lines lines = new Lines(in, LONGEST);
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().tooLong()) {
                write(
                        out,
                        error(
                                "The line is longer than %d characters. Split it."
                                        .formatted(LONGEST)));
            } else if (!line.get().text().isBlank()) {
                write(out, answer(line.get().text()));
            }
        }
    }

    private static void write(Writer out, JsonNode answer) throws IOException {
        out.write(MAPPER.writeValueAsString(answer));
        out.write('\n');
        out.flush();
    }

    private JsonNode answer(String line) {
        JsonNode request;
        try {
            request = MAPPER.readTree(line);
        } catch (JacksonException unreadable) {
            return error("The line is not JSON: " + unreadable.getOriginalMessage());
        }
        JsonNode schemas = request.path("schemas");
        if (!schemas.isArray() || schemas.isEmpty()) {
            return error(
                    "The line has no list \"schemas\" of at least one schema. Write {\"schemas\":[…]}.");
        }
        return answer(List.copyOf(schemas.values()));
    }

    private JsonNode answer(List<JsonNode> schemas) {
        try {
            return switch (intersection.of(schemas)) {
                case Intersection.Intersected(JsonNode schema, Verdict verdict) ->
                        intersected(
                                saysItsDialect(schemas) ? withDialect(schema) : schema, verdict);
                case Intersection.NotIntersected(List<Problem> problems) -> refused(problems);
            };
        } catch (RuntimeException bug) {
            // The lines that follow are somebody's as well.
            return error("These schemas could not be intersected: " + bug);
        }
    }

    private static boolean saysItsDialect(List<JsonNode> schemas) {
        return schemas.stream().anyMatch(schema -> schema.has("$schema"));
    }

    /// What comes out is 2020-12, whatever went in; who writes the dialect wants to read it, too.
    private static JsonNode withDialect(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode whole =
                MAPPER.createObjectNode()
                        .put("$schema", SpecificationVersion.DRAFT_2020_12.getDialectId());
        whole.setAll((ObjectNode) schema);
        return whole;
    }

    private static JsonNode intersected(JsonNode schema, Verdict verdict) {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.set("schema", schema);
        switch (verdict) {
            case Verdict.Satisfiable(JsonNode witness) ->
                    answer.put("verdict", "satisfiable").set("witness", witness);
            case Verdict.Empty(EmptyReason reason) ->
                    answer.put("verdict", "empty")
                            .put("reason", reason.message())
                            .set("conflict", conflict(reason));
            case Verdict.Unknown _ ->
                    answer.put("verdict", "unknown")
                            .put(
                                    "reason",
                                    "No value was found that satisfies all, and no proof that there is none.");
        }
        return answer;
    }

    private static JsonNode conflict(EmptyReason reason) {
        ObjectNode written = MAPPER.createObjectNode().put("at", reason.at());
        written.set("left", demand(reason.left()));
        written.set("right", demand(reason.right()));
        return written;
    }

    private static JsonNode demand(Demand demand) {
        ObjectNode written = MAPPER.createObjectNode();
        if (demand.schema() >= 0) {
            written.put("schema", demand.schema()).put("pointer", demand.pointer());
        }
        written.put("keyword", demand.keyword()).set("value", demand.value());
        return written;
    }

    private static JsonNode refused(List<Problem> problems) {
        List<String> messages = new ArrayList<>();
        ObjectNode answer = MAPPER.createObjectNode();
        var list = MAPPER.createArrayNode();
        for (Problem problem : problems) {
            messages.add(problem.toString());
            list.addObject()
                    .put("schema", problem.schema())
                    .put("pointer", problem.pointer())
                    .put("message", problem.message());
        }
        answer.put("error", String.join(" ", messages)).set("problems", list);
        return answer;
    }

    private static JsonNode error(String message) {
        return MAPPER.createObjectNode().put("error", message);
    }
}
