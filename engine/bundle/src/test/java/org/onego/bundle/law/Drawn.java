package org.onego.bundle.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.law.BundleSpec.FieldSpec;
import org.onego.bundle.law.BundleSpec.ItemSpec;
import org.onego.bundle.law.BundleSpec.When;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.property.Choices;

/// Draws bundles, selections and answers.
final class Drawn {

    /// Values that satisfy some elements and narrowings and not others.
    static final List<String> VALUES =
            List.of(
                    "\"1\"",
                    "\"2\"",
                    "\"3\"",
                    "\"abcdef\"",
                    "\"\"",
                    "\"ab\"",
                    "0",
                    "3",
                    "12",
                    "true",
                    "false",
                    "\"2024-01-31\"",
                    "1.5",
                    "[\"1\"]");

    private static final List<String> OBJECTS = List.of("self", "other", "third");
    private static final List<String> PEOPLE = List.of("mother", "child");

    private Drawn() {}

    static BundleSpec bundle(Choices choices) {
        List<String> ids = List.of("one", "two", "three", "four");
        List<ItemSpec> items = new ArrayList<>();
        int count = choices.between(1, 4);
        for (String id : ids.subList(0, count)) {
            items.add(item(choices, id));
        }
        List<List<String>> needs = new ArrayList<>();
        for (int later = 1; later < count; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (choices.chance(30)) {
                    needs.add(List.of(ids.get(later), ids.get(earlier)));
                }
            }
        }
        return new BundleSpec(items, needs);
    }

    static ItemSpec item(Choices choices, String id) {
        Set<String> taken = new LinkedHashSet<>();
        List<FieldSpec> fields = new ArrayList<>();
        choices.list(1, 6, more -> field(more, fields, taken));
        Map<String, @Nullable String> roles = new LinkedHashMap<>();
        for (String object : OBJECTS) {
            roles.put(object, choices.chance(10) ? null : choices.pick(PEOPLE));
        }
        Map<String, List<String>> produces = new LinkedHashMap<>();
        if (choices.chance(30)) {
            produces.put(
                    choices.pick(OBJECTS),
                    List.of(choices.pick(List.copyOf(SpecBundle.ELEMENTS.keySet()))));
        }
        return new ItemSpec(id, fields, roles, produces);
    }

    private static boolean field(Choices choices, List<FieldSpec> fields, Set<String> taken) {
        String object = choices.pick(OBJECTS);
        @Nullable String element =
                choices.chance(15) ? null : choices.pick(List.copyOf(SpecBundle.ELEMENTS.keySet()));
        String name = element == null ? choices.pick("note", "remark") : element + "Field";
        if (!taken.add(object + "/" + name)) {
            return false;
        }
        List<String> narrowings =
                element == null
                        ? List.of("{\"type\":\"string\"}", "{\"enum\":[\"1\",\"2\"]}")
                        : SpecBundle.NARROWINGS;
        String narrowing = choices.chance(40) ? choices.pick(narrowings) : narrowings.getFirst();
        When required =
                choices.chance(15)
                        ? there(choices, object, fields)
                        : when(choices, fields, new When.Never(), new When.Always());
        When visible = when(choices, fields, new When.Always(), new When.Never());
        fields.add(new FieldSpec(object, name, element, narrowing, required, visible));
        return true;
    }

    /// When another field of the same object is there; never where there is none.
    private static When there(Choices choices, String object, List<FieldSpec> earlier) {
        List<FieldSpec> beside =
                earlier.stream().filter(field -> field.object().equals(object)).toList();
        return beside.isEmpty()
                ? new When.Never()
                : new When.There(object, choices.pick(beside).name(), choices.chance(50));
    }

    private static When when(Choices choices, List<FieldSpec> earlier, When simple, When opposite) {
        int kind = choices.between(0, 9);
        if (kind < 5 || (kind > 5 && earlier.isEmpty())) {
            return simple;
        }
        if (kind == 5) {
            return simple instanceof When.Always ? simple : opposite;
        }
        FieldSpec other = choices.pick(earlier);
        String value = choices.pick(VALUES);
        return kind == 9
                ? new When.IsNot(other.object(), other.name(), value)
                : new When.Is(other.object(), other.name(), value, kind == 8);
    }

    /// Answers to some of the questions, right and wrong ones.
    static Answers answers(Choices choices, MergedForm form) {
        Answers answers = Answers.NONE;
        for (Question question : form.questions().values()) {
            if (choices.chance(75)) {
                List<String> fitting = SpecBundle.fitting(question);
                String value =
                        !fitting.isEmpty() && choices.chance(85)
                                ? choices.pick(fitting)
                                : choices.pick(VALUES);
                answers = answers.with(question.id(), SpecBundle.json(value));
            }
        }
        return answers;
    }
}
