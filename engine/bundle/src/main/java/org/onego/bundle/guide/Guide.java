package org.onego.bundle.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.Material;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Choice;
import org.onego.bundle.pack.CompiledBundle.GuideOption;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.Role;
import org.onego.bundle.pack.CompiledBundle.SharedStep;
import org.onego.bundle.pack.CompiledBundle.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Asks the guide's questions one by one and, when all are answered, says which items apply and who
/// plays which role.
public final class Guide {

    private final CompiledBundle bundle;
    private final GuideAnswers answers;

    /// The answers that count so far, as the document that conditions are about.
    private final ObjectNode counted = JsonNodeFactory.instance.objectNode();

    private final List<GuideOption> taken = new ArrayList<>();

    private Guide(CompiledBundle bundle, GuideAnswers answers) {
        this.bundle = bundle;
        this.answers = answers;
    }

    /// Where the guide stands. Answers to questions that are not asked, and values that are no
    /// option, count as not given.
    public static GuideOutcome at(CompiledBundle bundle, GuideAnswers answers) {
        return new Guide(bundle, answers).outcome();
    }

    private GuideOutcome outcome() {
        for (GuideQuestion question : bundle.guide()) {
            if (question.when().test(counted)) {
                Optional<GuideOption> option = answerTo(question);
                if (option.isEmpty()) {
                    return new GuideOutcome.Ask(question);
                }
                if (option.get().stop() != null) {
                    return new GuideOutcome.Stopped(question, option.get().stop());
                }
                counted.put(question.id(), option.get().value());
                taken.add(option.get());
            }
        }
        List<BundleItem> applying =
                bundle.items().stream()
                        .filter(item -> item.when().test(counted))
                        .filter(item -> bundle.sharersOf(item.item().id()).isEmpty())
                        .toList();
        List<BundleItem> choosable =
                applying.stream().filter(item -> item.choice() != Choice.REQUIRED).toList();
        Set<String> chosen = answers.chosen();
        if (chosen == null && !choosable.isEmpty()) {
            List<BundleItem> given = new ArrayList<>(applying);
            given.removeAll(choosable);
            return new GuideOutcome.Choose(given, choosable);
        }
        Set<String> ticked = chosen == null ? Set.of() : chosen;
        Set<String> selected = new LinkedHashSet<>();
        applying.stream()
                .filter(item ->
                        item.choice() == Choice.REQUIRED || ticked.contains(item.item().id()))
                .forEach(item -> selected.add(item.item().id()));
        for (SharedStep step : bundle.shared()) {
            if (step.items().stream().anyMatch(selected::contains)) {
                selected.add(step.step());
            }
        }
        return new GuideOutcome.Complete(
                select(
                        bundle.items().stream()
                                .map(BundleItem::item)
                                .filter(item -> selected.contains(item.id()))
                                .toList()));
    }

    private Optional<GuideOption> answerTo(GuideQuestion question) {
        String value = answers.answers().get(question.id());
        return question.options().stream()
                .filter(option -> option.value().equals(value))
                .findFirst();
    }

    private Selection select(List<Item> items) {
        Set<String> subjects = new LinkedHashSet<>();
        for (Subject subject : bundle.subjects().values()) {
            if (subject.when().test(counted)) {
                subjects.add(subject.id());
                Integer rows = answers.rows().get(subject.id());
                if (rows != null) {
                    subjects.add(RowSubject.of(subject.id(), rows));
                }
            }
        }
        String applicant =
                first(bundle.applicant())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "bundle '"
                                                + bundle.info().id()
                                                + "' has no applicant for "
                                                + counted));
        Map<String, Map<String, String>> roles = new LinkedHashMap<>();
        for (Item item : items) {
            roles.put(item.id(), roles(item, subjects, applicant));
        }
        return new Selection(
                items.stream().map(Item::id).toList(),
                applicant,
                subjects,
                roles,
                given(subjects),
                lifted());
    }

    private Set<Need> lifted() {
        Set<Need> lifted = new LinkedHashSet<>();
        bundle.needs().stream().filter(need -> !need.when().test(counted)).forEach(lifted::add);
        return lifted;
    }

    private Optional<String> first(List<Role> candidates) {
        return candidates.stream()
                .filter(role -> role.when().test(counted))
                .map(Role::subject)
                .findFirst();
    }

    private Map<String, String> roles(Item item, Set<String> subjects, String applicant) {
        Map<String, List<Role>> declared = bundle.roles().getOrDefault(item.id(), Map.of());
        Map<String, String> roles = new LinkedHashMap<>();
        for (String own : subjectsOf(item)) {
            List<Role> candidates = declared.get(own);
            String role =
                    candidates == null ? own : first(candidates).orElse(CompiledBundle.NOBODY);
            String subject = role.equals(CompiledBundle.APPLICANT) ? applicant : role;
            if (subjects.contains(subject)) {
                roles.put(own, subject);
            }
        }
        return Map.copyOf(roles);
    }

    /// The item's own names of whom its form, materials and results are about.
    private static Set<String> subjectsOf(Item item) {
        Set<String> subjects = new LinkedHashSet<>();
        item.form().fields().forEach(field -> subjects.add(field.subject()));
        for (Material material : item.materials()) {
            if (material.about() != null) {
                subjects.add(material.about());
            }
        }
        item.results().forEach(result -> subjects.addAll(result.produces().keySet()));
        return subjects;
    }

    private Map<String, Map<ElementId, JsonNode>> given(Set<String> subjects) {
        Map<String, Map<ElementId, JsonNode>> given = new LinkedHashMap<>();
        for (GuideOption option : taken) {
            option.answers()
                    .forEach((subject, values) -> {
                        if (subjects.contains(subject)) {
                            given.computeIfAbsent(subject, _ -> new LinkedHashMap<>())
                                    .putAll(values);
                        }
                    });
        }
        given.replaceAll((_, values) -> Map.copyOf(values));
        return given;
    }
}
