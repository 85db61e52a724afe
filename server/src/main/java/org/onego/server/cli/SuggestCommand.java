package org.onego.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.suggest.Suggest;
import org.onego.bundle.suggest.Suggestions;
import org.onego.bundle.suggest.SuggestionsJson;
import org.onego.bundle.suggest.SuggestionsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./onego suggest PACKAGE`: what its items' forms may have in common. Ends with 1 when the
/// package can't be read.
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = "Suggest which fields of a package's items may be one question.")
final class SuggestCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private PackageFolder folder = new PackageFolder();

    @Option(names = "--json", description = "for programs: scores, fields and reasons")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "language of the text; without it that of the system")
    private @Nullable String language;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PackageResult read = PackageReader.open(folder.root()).read(folder.id());
        CompiledBundle bundle = read.bundle();
        if (bundle == null) {
            PrintWriter err = command.commandLine().getErr();
            read.findings().stream().filter(Finding::isError).forEach(err::println);
            return 1;
        }
        Suggestions suggestions = Suggest.of(bundle);
        PrintWriter out = command.commandLine().getOut();
        Locale locale = language == null ? Locale.getDefault() : Locale.forLanguageTag(language);
        out.println(
                json
                        ? SuggestionsJson.of(suggestions).toPrettyString()
                        : SuggestionsText.of(suggestions, locale));
        out.flush();
        return 0;
    }
}
