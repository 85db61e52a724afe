package org.onego.server.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.MergeReport;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.pack.AnswersFile;
import org.onego.bundle.pack.Persona;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./onego merge PACKAGE`: what merging the items' forms comes to. Ends with 1 when the package
/// can't be read, or the items are in conflict.
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Show what merging the items' forms of a package comes to.")
final class MergeCommand implements Callable<Integer> {

    @Mixin private PackageFolder folder = new PackageFolder();

    @Mixin private FormOptions form = new FormOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var locale = output.locale();
        Optional<PublishedBundle> opened = folder.open();
        if (opened.isEmpty()) {
            return Main.FINDINGS;
        }
        PublishedBundle bundle = opened.get();
        @Nullable Persona persona = form.persona(bundle, true);
        Selection selection = form.selection(bundle, persona, AnswersFile.EMPTY);
        MergeReport report =
                MergeReport.of(
                        bundle,
                        persona,
                        selection,
                        form.said(bundle.form(selection)),
                        Clock.systemUTC());
        if (output.json()) {
            output.print(report.json(locale));
        } else {
            output.print(report.text(locale));
        }
        return report.run().form().conflicts().isEmpty() ? 0 : Main.FINDINGS;
    }
}
