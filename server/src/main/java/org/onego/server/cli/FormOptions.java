package org.onego.server.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.FilledForm;
import org.onego.bundle.FormRequest;
import org.onego.bundle.FormRequest.Outcome;
import org.onego.bundle.PersonaRun;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.AnswersFile;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.pack.Nearest;
import org.onego.bundle.pack.Persona;
import org.onego.renderer.field.AnswerReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// Which form a command is about: for whom, after which answers, for which items.
final class FormOptions {

    private static final String NOBODY = "none";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--persona",
            paramLabel = "NAME",
            description =
                    "for whom: a persona of the package, or 'none'; it answers what --answer doesn't")
    private @Nullable String persona;

    @Option(
            names = "--items",
            paramLabel = "ITEM",
            split = ",",
            description = "only these items, e.g. --items vaccination,social-card")
    private @Nullable List<String> items;

    @Option(
            names = "--answer",
            paramLabel = "KEY=VALUE",
            description =
                    "an answer to the guide (parents=married), how many rows of a subject (child=2), or an answer to a question (mother.person_name=李婷); may be repeated")
    private Map<String, String> answers = new LinkedHashMap<>();

    boolean hasPersona() {
        return persona != null && !persona.equals(NOBODY);
    }

    /// The persona that was named; the package's first one where none was and `usually` says so.
    @Nullable Persona persona(PublishedBundle bundle, boolean usually) {
        List<Persona> known = bundle.compiled().personas();
        String wanted = persona;
        if (NOBODY.equals(wanted) || known.isEmpty() && wanted == null) {
            return null;
        }
        if (wanted == null) {
            return usually ? known.getFirst() : null;
        }
        return known.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        wrong(
                                "the package has no persona '%s' → %s"
                                        .formatted(
                                                wanted,
                                                Nearest.advice(
                                                        wanted,
                                                        known.stream().map(Persona::id).toList(),
                                                        "'./onego check' reads them"))));
    }

    /// The form's selection: what the command line says precedes the file, and that the persona.
    Selection selection(PublishedBundle bundle, @Nullable Persona one, AnswersFile file) {
        Map<String, String> guide = new LinkedHashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        List<String> chosen = file.chosen();
        if (one != null) {
            GuideAnswers own = PersonaRun.answers(one);
            guide.putAll(own.answers());
            rows.putAll(own.rows());
            chosen = chosen == null ? one.chosen() : chosen;
        }
        guide.putAll(file.guide());
        rows.putAll(file.rows());
        answers.forEach((key, value) -> sort(bundle, key, value, guide, rows));
        FormRequest request =
                new FormRequest(
                        new GuideAnswers(guide, chosen == null ? null : Set.copyOf(chosen), rows),
                        items == null ? file.items() : items);
        return switch (request.find(bundle)) {
            case Outcome.Found(Selection selection) -> selection;
            case Outcome.NoForm no ->
                    throw wrong(
                            "%s. Give answers to the guide with --answer KEY=VALUE, or --persona NAME."
                                    .formatted(no));
        };
    }

    private void sort(
            PublishedBundle bundle,
            String key,
            String value,
            Map<String, String> guide,
            Map<String, Integer> rows) {
        Set<String> questions = new LinkedHashSet<>();
        bundle.compiled().guide().stream().map(GuideQuestion::id).forEach(questions::add);
        Set<String> subjects = bundle.compiled().subjects().keySet();
        if (questions.contains(key)) {
            guide.put(key, value);
        } else if (subjects.contains(key)) {
            if (!value.matches("[0-9]{1,3}")) {
                throw wrong(
                        "--answer %s=%s: '%s' is a subject of the bundle; say how many there are, e.g. %s=2"
                                .formatted(key, value, key, key));
            }
            rows.put(key, Integer.parseInt(value));
        } else if (key.indexOf('.') < 1) {
            List<String> known = new ArrayList<>(questions);
            known.addAll(subjects);
            throw wrong(
                    "--answer %s=%s: the guide has no question '%s' → %s"
                            .formatted(
                                    key,
                                    value,
                                    key,
                                    Nearest.advice(
                                            key,
                                            known,
                                            "write subject.question for a question of the form")));
        }
    }

    /// What the command line answers to questions of the form, read as if it were typed.
    Map<QuestionId, JsonNode> said(MergedForm form) {
        Map<QuestionId, JsonNode> said = new LinkedHashMap<>();
        answers.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot > 0) {
                String subject = key.substring(0, dot);
                String name = key.substring(dot + 1);
                Question question = FilledForm.question(form, subject, name);
                if (question == null) {
                    throw wrong(
                            "--answer %s=%s: %s"
                                    .formatted(
                                            key, value, FilledForm.unasked(form, subject, name)));
                }
                JsonNode answer =
                        AnswerReader.read(
                                question, Map.of(question.id().toString(), List.of(value)));
                if (answer != null) {
                    said.put(question.id(), answer);
                }
            }
        });
        return said;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }
}
