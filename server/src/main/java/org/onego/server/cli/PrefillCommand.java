package org.onego.server.cli;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PersonaRun;
import org.onego.bundle.PrefillReport;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.pack.AnswersFile;
import org.onego.bundle.pack.Persona;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./onego prefill PACKAGE`: which certificates answer which questions of a persona.
@Command(
        name = "prefill",
        mixinStandardHelpOptions = true,
        description =
                "Show which certificates answer which questions of a persona, in which wave, and what stays open.")
final class PrefillCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec command;

    @Mixin private PackageFolder folder = new PackageFolder();

    @Mixin private FormOptions form = new FormOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--explain",
            description =
                    "with every answer, every open question, and what is not looked up and why")
    private boolean explain;

    @Override
    public Integer call() {
        var locale = output.locale();
        Optional<PublishedBundle> opened = folder.open();
        if (opened.isEmpty()) {
            return Main.FINDINGS;
        }
        PublishedBundle bundle = opened.get();
        @Nullable Persona persona = form.persona(bundle, true);
        if (persona == null) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "certificates are a persona's. Name one of the package with --persona NAME.");
        }
        Selection selection = form.selection(bundle, persona, AnswersFile.EMPTY);
        PrefillReport report =
                new PrefillReport(
                        bundle,
                        PersonaRun.of(
                                bundle,
                                persona,
                                selection,
                                form.said(bundle.form(selection)),
                                Clock.systemUTC()));
        if (output.json()) {
            output.print(report.json(locale));
        } else {
            output.print(report.text(locale, explain));
        }
        return 0;
    }
}
