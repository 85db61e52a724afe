package org.onego.server.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.FilledForm;
import org.onego.bundle.PersonaRun;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.pack.AnswersFile;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.Persona;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A form with answers: from a file, from a persona, from the command line.
final class FilledOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin private PackageFolder folder = new PackageFolder();

    @Mixin private FormOptions form = new FormOptions();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description =
                    "YAML or JSON: subject → question → value, or the same under 'answers' beside 'guide', 'chosen', 'items', 'rows'")
    private @Nullable Path answers;

    /// Empty, with the errors printed, when the package or the file has any.
    Optional<FilledForm> fill() {
        if (answers == null && !form.hasPersona()) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "There are no answers. Name a file with --answers FILE, or a persona with --persona NAME.");
        }
        Optional<AnswersFile> file = answers == null ? Optional.of(AnswersFile.EMPTY) : read();
        return file.flatMap(written -> folder.open().map(bundle -> fill(bundle, written)));
    }

    private Optional<AnswersFile> read() {
        return switch (AnswersFile.read(Objects.requireNonNull(answers))) {
            case AnswersFile.Reading.Read(AnswersFile file) -> Optional.of(file);
            case AnswersFile.Reading.Unreadable(var findings) -> {
                var err = Objects.requireNonNull(command).commandLine().getErr();
                findings.stream().filter(Finding::isError).forEach(err::println);
                err.flush();
                yield Optional.empty();
            }
        };
    }

    private FilledForm fill(PublishedBundle bundle, AnswersFile file) {
        Persona persona = form.persona(bundle, false);
        Selection selection = form.selection(bundle, persona, file);
        var said = form.said(bundle.form(selection));
        Answers before = Answers.NONE;
        if (persona != null) {
            PersonaRun run = PersonaRun.of(bundle, persona, selection, said, Clock.systemUTC());
            before = run.answers();
            // A list in a certificate may have brought further rows.
            selection = run.form().selection();
        }
        FilledForm filled = FilledForm.of(bundle, selection, before, file.answers());
        Answers all = filled.answers();
        for (var answer : said.entrySet()) {
            all = all.with(answer.getKey(), answer.getValue());
        }
        return new FilledForm(bundle, filled.form(), all, filled.unasked());
    }
}
