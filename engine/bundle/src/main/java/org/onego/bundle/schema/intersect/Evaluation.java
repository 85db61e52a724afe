package org.onego.bundle.schema.intersect;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.regex.RegularExpression;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.onego.bundle.schema.EcmaRegex;
import org.onego.bundle.schema.language.TextLanguage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The standard validator, asked about single values: which values of an `enum` another schema lets
/// through, whether a name matches a pattern, whether a witness really is one. It only answers what
/// stays true and what it finds out soon.
public final class Evaluation {

    /// An honest pattern takes microseconds.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /// Formats are checked with expressions that nobody can stop, so not on texts longer than this.
    private static final int LONG = 4_000;

    /// Patterns are few and come again and again; beyond this many, their texts are found out anew.
    private static final int PATTERNS = 2_000;

    private final Map<String, Optional<TextLanguage>> texts = new ConcurrentHashMap<>();

    /// Whose word counts: the answer is what all of them say.
    private final List<Validator> validators;

    private record Validator(SchemaRegistry registry, boolean formatsAsserted) {}

    private Evaluation(Validator... validators) {
        this.validators = List.of(validators);
    }

    /// `format` is checked, also OneGo's own, as OneGo's own validation does.
    public static Evaluation withFormats() {
        return withFormats(Clock.systemUTC());
    }

    public static Evaluation withFormats(InstantSource clock) {
        return new Evaluation(asserting(clock));
    }

    /// `format` is an annotation, as 2020-12 has it where nothing else is agreed.
    public static Evaluation withoutFormats() {
        return new Evaluation(annotating());
    }

    /// For readers of whom nobody knows whether they check `format`: only what holds for both kinds
    /// is decided, so what comes out is right for both.
    public static Evaluation withFormatsOrWithout() {
        return new Evaluation(annotating(), asserting(Clock.systemUTC()));
    }

    private static Validator asserting(InstantSource clock) {
        return new Validator(registry(true, LastingFormat.all(clock)), true);
    }

    private static Validator annotating() {
        return new Validator(registry(false, List.of()), false);
    }

    private static SchemaRegistry registry(boolean formatsAsserted, List<Format> formats) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .regularExpressionFactory(BoundedPattern::new)
                        .formatAssertionsEnabled(formatsAsserted)
                        .build();
        com.networknt.schema.dialect.Dialect dialect =
                com.networknt.schema.dialect.Dialect.builder(Dialects.getDraft202012())
                        .formats(formats)
                        .build();
        return SchemaRegistry.withDefaultDialect(
                dialect, builder -> builder.schemaRegistryConfig(config).schemaCacheEnabled(false));
    }

    /// The validator's word about one value.
    public sealed interface Answer {

        record Accepted() implements Answer {}

        /// The keyword that failed first, and its value.
        record Rejected(String keyword, JsonNode value) implements Answer {}

        /// The validator failed or took too long, or the answer depends on the date.
        ///
        /// @param slow whether it took long
        record Undecided(boolean slow) implements Answer {}
    }

    /// A schema ready to be asked about many values.
    @FunctionalInterface
    interface Question {
        Answer about(JsonNode value);
    }

    private static final class TooSlow extends RuntimeException {
        TooSlow() {
            super("The pattern takes too long", null, false, false);
        }
    }

    private record BoundedPattern(EcmaRegex regex) implements RegularExpression {

        BoundedPattern(String pattern) {
            this(new EcmaRegex(pattern));
        }

        @Override
        public boolean matches(String text) {
            return switch (regex.match(text, PATIENCE)) {
                case MATCHES -> true;
                case DIFFERS -> false;
                case TOO_SLOW -> throw new TooSlow();
            };
        }
    }

    boolean isPattern(String pattern) {
        try {
            var _ = new EcmaRegex(pattern);
            return true;
        } catch (EcmaRegex.BadPattern | StackOverflowError _) {
            return false;
        }
    }

    /// Whether some part of the text matches; empty when that takes too long to find out.
    Optional<Boolean> matches(String pattern, String text) {
        return switch (new EcmaRegex(pattern).match(text, PATIENCE)) {
            case MATCHES -> Optional.of(true);
            case DIFFERS -> Optional.of(false);
            case TOO_SLOW -> Optional.empty();
        };
    }

    /// The texts in which a pattern is found; empty where no automaton knows them.
    Optional<TextLanguage> texts(String pattern) {
        return texts.size() < PATTERNS
                ? texts.computeIfAbsent(pattern, TextLanguage::of)
                : TextLanguage.of(pattern);
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
        boolean formatted = hasFormat(whole);
        // Where no format stands, the validators say the same.
        List<Validator> asked = formatted ? validators : validators.subList(0, 1);
        List<Question> questions =
                asked.stream()
                        .map(validator ->
                                question(
                                        validator.registry,
                                        whole,
                                        formatted && validator.formatsAsserted))
                        .toList();
        return value -> agreed(questions, value);
    }

    private static Question question(SchemaRegistry registry, ObjectNode whole, boolean formatted) {
        try {
            Schema compiled = registry.getSchema(whole);
            return value -> ask(compiled, formatted, value);
        } catch (RuntimeException | StackOverflowError _) {
            // What the validator cannot load it cannot decide either; the keywords themselves were
            // checked before.
            return _ -> new Answer.Undecided(false);
        }
    }

    private static Answer agreed(List<Question> questions, JsonNode value) {
        Answer first = questions.getFirst().about(value);
        for (Question question : questions.subList(1, questions.size())) {
            Answer answer = question.about(value);
            if (answer instanceof Answer.Undecided) {
                return answer;
            }
            if (answer.getClass() != first.getClass()) {
                return first instanceof Answer.Undecided ? first : new Answer.Undecided(false);
            }
        }
        return first;
    }

    private static Answer ask(Schema compiled, boolean formatted, JsonNode value) {
        if (formatted && hasLongText(value)) {
            return new Answer.Undecided(false);
        }
        LastingFormat.startListening();
        try {
            List<Error> errors = compiled.validate(value);
            if (LastingFormat.dateMattered()) {
                return new Answer.Undecided(false);
            }
            if (errors.isEmpty()) {
                return new Answer.Accepted();
            }
            Error first = errors.getFirst();
            JsonNode expected = first.getSchemaNode();
            return new Answer.Rejected(
                    String.valueOf(first.getKeyword()),
                    expected == null ? Json.object() : expected);
        } catch (TooSlow _) {
            return new Answer.Undecided(true);
        } catch (RuntimeException | StackOverflowError _) {
            return new Answer.Undecided(false);
        }
    }

    private static boolean hasFormat(JsonNode schema) {
        return schema.has("format") || schema.valueStream().anyMatch(Evaluation::hasFormat);
    }

    private static boolean hasLongText(JsonNode value) {
        return (value.isString() && value.stringValue().length() > LONG)
                || value.propertyNames().stream().anyMatch(name -> name.length() > LONG)
                || value.valueStream().anyMatch(Evaluation::hasLongText);
    }
}
