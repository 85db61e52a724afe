package org.onego.server.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onego.bundle.FilledForm;
import org.onego.bundle.ValidateReport;
import org.onego.bundle.ValidateReport.Wording;
import org.onego.renderer.field.ErrorText;
import org.springframework.context.support.ResourceBundleMessageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./onego validate PACKAGE --answers FILE`: what the items would refuse, said of the questions
/// that cause it, in the words that citizens read. Ends with 1 when something is wrong.
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Check answers as every item's own form would, and say which questions are wrong.")
final class ValidateCommand implements Callable<Integer> {

    @Mixin private FilledOptions options = new FilledOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var locale = output.locale();
        Optional<FilledForm> filled = options.fill();
        if (filled.isEmpty()) {
            return Main.FINDINGS;
        }
        ValidateReport report = ValidateReport.of(filled.get());
        Wording wording = wording();
        if (output.json()) {
            output.print(report.json(wording, locale));
        } else {
            output.print(report.text(wording, locale));
        }
        return report.isRight() ? 0 : Main.FINDINGS;
    }

    private static Wording wording() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        ErrorText texts = new ErrorText(messages);
        return (question, error, locale) ->
                texts.of(question, error.keyword(), error.expected(), locale);
    }
}
