package org.onego.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.MergeReport;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.schema.JsonSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./onego merge PACKAGE`: what merging the items' forms comes to. Ends with 1 when the package
/// can't be read or has no such persona.
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Show what merging the items' forms of a package comes to.")
final class MergeCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private PackageFolder folder = new PackageFolder();

    @Option(
            names = "--persona",
            paramLabel = "NAME",
            description = "for whom; without it the package's first persona")
    private @Nullable String persona;

    @Option(names = "--json", description = "for programs: figures, questions, JSON Schema, layout")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "language of the text; without it that of the system")
    private @Nullable String language;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        JsonSchemas schemas = new JsonSchemas();
        PackageResult read = PackageReader.open(folder.root(), schemas).read(folder.id());
        CompiledBundle bundle = read.bundle();
        if (bundle == null) {
            read.findings().stream().filter(Finding::isError).forEach(err::println);
            return 1;
        }
        PublishedBundle published = new PublishedBundle(bundle, schemas::compile);
        Optional<MergeReport> report = MergeReport.of(published, persona, Clock.systemUTC());
        if (report.isEmpty()) {
            List<String> known = bundle.personas().stream().map(Persona::id).toList();
            err.println(
                    "No form for persona '%s' in %s. Use --persona with one of %s whom the guide leads to a form."
                            .formatted(persona, folder.id(), known));
            return 1;
        }
        out.println(
                json ? report.get().json(locale()).toPrettyString() : report.get().text(locale()));
        out.flush();
        return report.get().run().form().conflicts().isEmpty() ? 0 : 1;
    }

    private Locale locale() {
        return language == null ? Locale.getDefault() : Locale.forLanguageTag(language);
    }
}
