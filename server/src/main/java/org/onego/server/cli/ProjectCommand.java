package org.onego.server.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.onego.bundle.FilledForm;
import org.onego.bundle.ProjectReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./onego project PACKAGE --answers FILE`: the document that each department receives. Ends with
/// 1 when the package or the file can't be read, or the form doesn't ask all that is answered.
@Command(
        name = "project",
        mixinStandardHelpOptions = true,
        description = "Show the document that each item's department receives for some answers.")
final class ProjectCommand implements Callable<Integer> {

    @Mixin private FilledOptions options = new FilledOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var locale = output.locale();
        Optional<FilledForm> filled = options.fill();
        if (filled.isEmpty()) {
            return Main.FINDINGS;
        }
        ProjectReport report = new ProjectReport(filled.get());
        if (output.json()) {
            output.print(report.json(locale));
        } else {
            output.print(report.text(locale));
        }
        return filled.get().unasked().isEmpty() ? 0 : Main.FINDINGS;
    }
}
