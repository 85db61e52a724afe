package org.onego.bundle.pack;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.BundleReader.ReadBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.GuideOption;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.pack.CompiledBundle.Role;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.schema.Condition;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Walks every way through the guide: wherever it leads, the logged-in person must be somebody,
/// something must apply, and nothing may apply whose form asks about nobody.
final class GuideWalk {

    /// Guides are short; a longer one is walked as far as this.
    private static final int WAYS = 20_000;

    private final Spot file;
    private final ReadBundle bundle;
    private final Findings findings;

    /// What is said once needs no saying for every other way.
    private final Set<String> said = new HashSet<>();

    private int ways;

    private GuideWalk(Spot file, ReadBundle bundle, Findings findings) {
        this.file = file;
        this.bundle = bundle;
        this.findings = findings;
    }

    /// @param file the bundle's, read without an error
    static void check(Spot file, ReadBundle bundle, Findings findings) {
        new GuideWalk(file, bundle, findings).walk(0, JsonNodeFactory.instance.objectNode());
    }

    private void walk(int next, ObjectNode answers) {
        if (ways > WAYS) {
            return;
        }
        if (next == bundle.guide().size()) {
            ways++;
            arrive(answers);
            return;
        }
        GuideQuestion question = bundle.guide().get(next);
        if (!question.when().test(answers)) {
            walk(next + 1, answers);
            return;
        }
        for (GuideOption option : question.options()) {
            if (option.stop() == null) {
                ObjectNode further = answers.deepCopy();
                further.put(question.id(), option.value());
                walk(next + 1, further);
            }
        }
    }

    private void arrive(ObjectNode answers) {
        Set<String> there = new LinkedHashSet<>();
        for (Subject subject : bundle.subjects().values()) {
            if (subject.when().test(answers)) {
                there.add(subject.id());
            }
        }
        Optional<String> applicant = first(bundle.applicant(), answers);
        if (applicant.isEmpty()) {
            say(
                    "applicant",
                    "nothing says who the applicant is when the guide is answered with "
                            + readable(answers),
                    "let the last entry have no when");
            return;
        }
        if (!there.contains(applicant.get())) {
            say(
                    "applicant",
                    "the applicant would be '"
                            + applicant.get()
                            + "', who does not exist when the guide is answered with "
                            + readable(answers),
                    "choose another subject for this case, or change the subject's when");
            return;
        }
        List<Item> applying =
                bundle.items().stream()
                        .filter(item -> item.when().test(answers))
                        .map(BundleItem::item)
                        .toList();
        if (applying.stream().allMatch(item -> isStep(item.id()))) {
            say(
                    "items",
                    "no item applies when the guide is answered with " + readable(answers),
                    "let an option of the guide stop there with advice, or let an item apply");
        }
        for (Item item : applying) {
            for (String own : demanded(item)) {
                String subject = resolve(item, own, applicant.get(), answers);
                if (!there.contains(subject)) {
                    say(
                            "items",
                            "'"
                                    + item.id()
                                    + "' demands answers about its '"
                                    + own
                                    + "', who is nobody when the guide is answered with "
                                    + readable(answers),
                            "give the item a when that leaves this case out, or say in roles."
                                    + item.id()
                                    + "."
                                    + own
                                    + " who it is then");
                }
            }
        }
    }

    private boolean isStep(String item) {
        return bundle.shared().stream().anyMatch(step -> step.step().equals(item));
    }

    private String resolve(Item item, String own, String applicant, ObjectNode answers) {
        List<Role> roles = bundle.roles().getOrDefault(item.id(), Map.of()).get(own);
        String role = roles == null ? own : first(roles, answers).orElse(CompiledBundle.NOBODY);
        return role.equals(CompiledBundle.APPLICANT) ? applicant : role;
    }

    /// The item's subjects about whom its form always demands something.
    private static Set<String> demanded(Item item) {
        Set<String> subjects = new LinkedHashSet<>();
        for (Field field : item.form().fields()) {
            if (field.group() == null && field.required().equals(Condition.ALWAYS)) {
                subjects.add(field.subject());
            }
        }
        return subjects;
    }

    private static Optional<String> first(List<Role> roles, ObjectNode answers) {
        return roles.stream()
                .filter(role -> role.when().test(answers))
                .map(Role::subject)
                .findFirst();
    }

    private void say(String key, String message, String advice) {
        if (said.add(message.substring(0, message.indexOf(" when ")))) {
            findings.error(file.at(key), message, advice);
        }
    }

    private static Map<String, String> readable(ObjectNode answers) {
        Map<String, String> readable = new TreeMap<>();
        answers.properties()
                .forEach(each -> readable.put(each.getKey(), each.getValue().asString()));
        return readable;
    }
}
