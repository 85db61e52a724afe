package org.onego.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// For whom a command writes, and in which language.
final class OutputOptions {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "for programs: one JSON object")
    private boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language, Chinese without it")
    private String language = "zh";

    boolean json() {
        return json;
    }

    Locale locale() {
        if (!LANGUAGES.contains(language)) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "'%s' is no language here. Use --lang zh or --lang en.".formatted(language));
        }
        return Locale.forLanguageTag(language);
    }

    void print(JsonNode answer) {
        print(answer.toPrettyString());
    }

    void print(String text) {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        out.println(text.stripTrailing());
        out.flush();
    }
}
