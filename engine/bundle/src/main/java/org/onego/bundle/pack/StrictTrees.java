package org.onego.bundle.pack;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML and JSON strictly: no key twice, one document, and in YAML no aliases (with which a
/// small file could grow without end, and which read worse than the value itself).
final class StrictTrees {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private StrictTrees() {}

    /// Well-formed, and still not taken.
    static final class Refused extends Exception {
        private final JsonPointer pointer;
        private final String problem;
        private final String advice;

        Refused(JsonPointer pointer, String problem, String advice) {
            super(problem);
            this.pointer = pointer;
            this.problem = problem;
            this.advice = advice;
        }

        JsonPointer pointer() {
            return pointer;
        }

        String problem() {
            return problem;
        }

        String advice() {
            return advice;
        }
    }

    static JsonNode json(String text) throws Refused {
        return present(JSON.readTree(text));
    }

    static JsonNode yaml(String text) throws Refused {
        // Jackson's trees read an alias as a string; so it is looked for before.
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                    throw new Refused(
                            parser.streamReadContext().pathAsPointer(),
                            "'*" + parser.getString() + "' is a YAML alias",
                            "write the value out");
                }
            }
        }
        return present(YAML.readTree(text));
    }

    private static JsonNode present(JsonNode node) throws Refused {
        if (node.isMissingNode() || node.isNull()) {
            throw new Refused(JsonPointer.empty(), "the file is empty", "fill it, or delete it");
        }
        return node;
    }

    static JsonPointer pointer(JacksonException broken) {
        return broken.processor() instanceof JsonParser parser && duplicate(broken)
                ? parser.streamReadContext().pathAsPointer()
                : JsonPointer.empty();
    }

    static String problem(JacksonException broken) {
        TokenStreamLocation location = broken.getLocation();
        String line = location == null ? "" : "line " + location.getLineNr() + ": ";
        String text = String.valueOf(broken.getOriginalMessage());
        if (text.startsWith("Trailing token")) {
            return line + "something follows after the end, such as a second document";
        }
        return line + text.lines().findFirst().orElse("it can't be read");
    }

    static String advice(JacksonException broken) {
        return duplicate(broken) ? "keep one of the two" : "correct what stands in that line";
    }

    private static boolean duplicate(JacksonException broken) {
        return String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate");
    }
}
