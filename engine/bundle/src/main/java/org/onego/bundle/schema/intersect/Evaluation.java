package org.onego.bundle.schema.intersect;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.JoniRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.Optional;
import org.joni.exception.JOniException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The standard validator, asked about single values: which values of an `enum` another schema lets
/// through, whether a name matches a pattern, whether a witness really is one.
public final class Evaluation {

    private final SchemaRegistry registry;

    private Evaluation(boolean formatsAsserted) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .regularExpressionFactory(JoniRegularExpressionFactory.getInstance())
                        .formatAssertionsEnabled(formatsAsserted)
                        .build();
        this.registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(config).schemaCacheEnabled(false));
    }

    /// `format` is checked, as OneGo's own validation does.
    public static Evaluation withFormats() {
        return new Evaluation(true);
    }

    /// `format` is an annotation, as 2020-12 has it where nothing else is agreed.
    public static Evaluation withoutFormats() {
        return new Evaluation(false);
    }

    /// The validator's word about one value.
    public sealed interface Answer {

        record Accepted() implements Answer {}

        /// The keyword that failed first, and its value.
        record Rejected(String keyword, JsonNode value) implements Answer {}

        /// The validator failed, for instance at a pattern without end.
        record Undecided() implements Answer {}
    }

    /// A schema ready to be asked about many values.
    @FunctionalInterface
    interface Question {
        Answer about(JsonNode value);
    }

    boolean isPattern(String pattern) {
        try {
            JoniRegularExpressionFactory.getInstance().getRegularExpression(pattern);
            return true;
        } catch (JOniException | StackOverflowError notAPattern) {
            return false;
        }
    }

    /// Whether some part of the text matches; empty when that takes too long to find out.
    Optional<Boolean> matches(String pattern, String text) {
        if (PatternCost.tooHigh(pattern, text)) {
            return Optional.empty();
        }
        RegularExpression expression =
                JoniRegularExpressionFactory.getInstance().getRegularExpression(pattern);
        return Optional.of(expression.matches(text));
    }

    /// @param definitions what the schema's `#/$defs/…` lead to
    Question of(JsonNode schema, ObjectNode definitions) {
        if (schema.isBoolean()) {
            return _ ->
                    schema.booleanValue()
                            ? new Answer.Accepted()
                            : new Answer.Rejected("false", schema);
        }
        ObjectNode whole = Json.object();
        whole.setAll((ObjectNode) schema);
        if (!definitions.isEmpty()) {
            whole.set("$defs", definitions);
        }
        try {
            Schema compiled = registry.getSchema(whole);
            return value -> ask(compiled, whole, value);
        } catch (RuntimeException | StackOverflowError _) {
            // What the validator cannot load it cannot decide either; the keywords themselves were
            // checked before.
            return _ -> new Answer.Undecided();
        }
    }

    private static Answer ask(Schema compiled, JsonNode schema, JsonNode value) {
        if (PatternCost.tooHigh(schema, value)) {
            return new Answer.Undecided();
        }
        try {
            List<Error> errors = compiled.validate(value);
            if (errors.isEmpty()) {
                return new Answer.Accepted();
            }
            Error first = errors.getFirst();
            JsonNode expected = first.getSchemaNode();
            return new Answer.Rejected(
                    String.valueOf(first.getKeyword()),
                    expected == null ? Json.object() : expected);
        } catch (RuntimeException | StackOverflowError _) {
            return new Answer.Undecided();
        }
    }
}
