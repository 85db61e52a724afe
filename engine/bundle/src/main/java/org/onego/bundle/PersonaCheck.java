package org.onego.bundle;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onego.bundle.pack.ExpectedCase;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.Finding.Severity;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.validate.AnswerError;
import tools.jackson.core.JsonPointer;

/// Sends the package's personas through it, and compares what comes out with what the package's
/// tests expect.
final class PersonaCheck {

    private final PublishedBundle bundle;
    private final InstantSource clock;
    private final String folder;

    PersonaCheck(PublishedBundle bundle, InstantSource clock) {
        this.bundle = bundle;
        this.clock = clock;
        this.folder = bundle.compiled().info().id();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Persona persona : bundle.compiled().personas()) {
            Optional<PersonaRun> run = PersonaRun.of(bundle, persona, clock);
            if (run.isPresent()) {
                answers(run.get(), findings);
                for (ExpectedCase test : bundle.compiled().tests()) {
                    if (test.persona().equals(persona.id())) {
                        compare(test, run.get(), findings);
                    }
                }
            } else if (isExpected(persona)) {
                findings.add(
                        new Finding(
                                Severity.ERROR,
                                personaFile(persona),
                                JsonPointer.compile("/guide"),
                                "the guide does not lead '" + persona.id() + "' to a form",
                                "answer every question of the guide with an option that doesn't stop"));
            }
        }
        return findings;
    }

    /// A persona whom the guide stops is a fine example, unless a test wants a form.
    private boolean isExpected(Persona persona) {
        return bundle.compiled().tests().stream()
                .anyMatch(test ->
                        test.persona().equals(persona.id())
                                && !(test.items().isEmpty() && test.figures().isEmpty()));
    }

    private void answers(PersonaRun run, List<Finding> findings) {
        for (AnswerError error : bundle.validate(run.form(), run.answers())) {
            findings.add(
                    new Finding(
                            isExpected(run.persona()) ? Severity.ERROR : Severity.WARNING,
                            personaFile(run.persona()),
                            JsonPointer.compile("/answers"),
                            "'%s' can't submit: %s fails %s %s of %s"
                                    .formatted(
                                            run.persona().id(),
                                            error.question(),
                                            error.keyword(),
                                            error.expected(),
                                            error.items()),
                            "give the answer, or the certificate that answers it"));
        }
    }

    private void compare(ExpectedCase test, PersonaRun run, List<Finding> findings) {
        List<String> items = run.form().selection().items();
        if (!test.items().isEmpty() && !List.copyOf(test.items()).equals(items)) {
            findings.add(differs(test, "items", test.items().toString(), items.toString()));
        }
        Map<String, Integer> figures = Summary.of(bundle, run).figures();
        test.figures()
                .forEach((name, expected) -> {
                    Integer found = figures.get(name);
                    if (found == null) {
                        findings.add(
                                new Finding(
                                        Severity.ERROR,
                                        test.file(),
                                        JsonPointer.compile("/expect"),
                                        "'" + name + "' is not a figure",
                                        "use one of " + figures.keySet()));
                    } else if (!found.equals(expected)) {
                        findings.add(
                                differs(
                                        test,
                                        name,
                                        String.valueOf(expected),
                                        String.valueOf(found)));
                    }
                });
    }

    private static Finding differs(ExpectedCase test, String name, String expected, String found) {
        return new Finding(
                Severity.ERROR,
                test.file(),
                JsonPointer.empty().appendProperty("expect").appendProperty(name),
                "%s: expected %s, but it is %s".formatted(name, expected, found),
                "look with './onego merge' at what has changed, then correct the package or the test");
    }

    private String personaFile(Persona persona) {
        return folder + "/personas/" + persona.id() + ".yaml";
    }
}
