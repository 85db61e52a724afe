package org.onego.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.pack.CompiledBundle.GuideOption;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.pack.Nearest;

/// Which merged form somebody wants to look at.
///
/// @param guide what is answered to the guide; who says nothing about the choice of items takes
///   what is preselected
/// @param items exactly these of the items that apply; null for those that the guide leads to
public record FormRequest(GuideAnswers guide, @Nullable List<String> items) {

    public FormRequest {
        items = items == null ? null : List.copyOf(items);
    }

    /// What a request comes to.
    public sealed interface Outcome {

        record Found(Selection selection) implements Outcome {}

        /// @param problem what is wrong
        /// @param advice what to do
        record NoForm(String problem, String advice) implements Outcome {
            @Override
            public String toString() {
                return problem + " → " + advice;
            }
        }
    }

    public Outcome find(PublishedBundle bundle) {
        Outcome.NoForm unknown = unknown(bundle);
        return unknown != null
                ? unknown
                : switch (bundle.guideAsUsual(withWanted())) {
                    case GuideOutcome.Ask(GuideQuestion question) ->
                            new Outcome.NoForm(
                                    "the guide still asks '%s' (%s)"
                                            .formatted(question.id(), question.title().zh()),
                                    "answer it with " + options(question));
                    case GuideOutcome.Stopped(GuideQuestion question, var advice) ->
                            new Outcome.NoForm(
                                    "the guide stops at '%s=%s': %s"
                                            .formatted(
                                                    question.id(),
                                                    guide.answers().get(question.id()),
                                                    advice.zh()),
                                    "answer it with " + options(question));
                    case GuideOutcome.Choose(var given, var choosable) ->
                            throw new IllegalStateException(
                                    "the choice of " + given + choosable + " was made before");
                    case GuideOutcome.Complete(Selection selection) -> narrowed(selection);
                };
    }

    /// Items that are wanted by name are chosen, where there is a choice.
    private GuideAnswers withWanted() {
        return items == null
                ? guide
                : new GuideAnswers(guide.answers(), Set.copyOf(items), guide.rows());
    }

    private Outcome.@Nullable NoForm unknown(PublishedBundle bundle) {
        Map<String, GuideQuestion> questions = new TreeMap<>();
        bundle.compiled().guide().forEach(question -> questions.put(question.id(), question));
        for (Map.Entry<String, String> answer : new TreeMap<>(guide.answers()).entrySet()) {
            GuideQuestion question = questions.get(answer.getKey());
            if (question == null) {
                return new Outcome.NoForm(
                        "the guide has no question '" + answer.getKey() + "'",
                        Nearest.advice(answer.getKey(), questions.keySet(), "take it out"));
            }
            List<String> values = question.options().stream().map(GuideOption::value).toList();
            if (!values.contains(answer.getValue())) {
                return new Outcome.NoForm(
                        "'%s' is no option of the guide's question '%s' (%s)"
                                .formatted(answer.getValue(), question.id(), question.title().zh()),
                        "write " + options(question));
            }
        }
        List<String> known =
                bundle.compiled().items().stream().map(item -> item.item().id()).toList();
        List<String> wanted = new ArrayList<>(Objects.requireNonNullElse(items, List.of()));
        wanted.addAll(Objects.requireNonNullElse(guide.chosen(), Set.of()));
        for (String item : wanted) {
            if (!known.contains(item)) {
                return new Outcome.NoForm(
                        "the bundle has no item '" + item + "'",
                        Nearest.advice(item, known, "name one of " + String.join(", ", known)));
            }
        }
        return null;
    }

    private Outcome narrowed(Selection selection) {
        if (items == null) {
            return new Outcome.Found(selection);
        }
        for (String item : items) {
            if (!selection.items().contains(item)) {
                return new Outcome.NoForm(
                        "'%s' does not apply with the guide's answers %s"
                                .formatted(item, new TreeMap<>(guide.answers())),
                        "leave it out, or answer the guide so that it applies");
            }
        }
        if (items.isEmpty()) {
            return new Outcome.NoForm("no item is wanted", "name at least one item");
        }
        return new Outcome.Found(
                new Selection(
                        selection.items().stream().filter(items::contains).toList(),
                        selection.applicant(),
                        selection.subjects(),
                        selection.roles().entrySet().stream()
                                .filter(entry -> items.contains(entry.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        selection.given()));
    }

    private static String options(GuideQuestion question) {
        return question.options().stream()
                .filter(option -> option.stop() == null)
                .map(option ->
                        "%s=%s (%s)".formatted(question.id(), option.value(), option.title().zh()))
                .collect(Collectors.joining(" or "));
    }
}
