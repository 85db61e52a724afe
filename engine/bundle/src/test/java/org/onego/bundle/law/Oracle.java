package org.onego.bundle.law;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.law.BundleSpec.FieldSpec;
import org.onego.bundle.law.BundleSpec.ItemSpec;
import org.onego.bundle.law.BundleSpec.When;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What must come out, said a second time and as plainly as possible: one field after the other,
/// straight from the specification.
final class Oracle {

    private final ItemSpec item;
    private final Answers answers;

    Oracle(ItemSpec item, Answers answers) {
        this.item = item;
        this.answers = answers;
    }

    static @Nullable QuestionId question(ItemSpec item, FieldSpec field) {
        Map<String, @Nullable String> roles = item.roles();
        String person = roles.get(field.object());
        if (person == null) {
            return null;
        }
        if (field.element() != null) {
            return new QuestionId(person, "a_" + field.element());
        }
        long alike =
                item.fields().stream()
                        .filter(other ->
                                other.element() == null && other.name().equals(field.name()))
                        .count();
        String name = alike > 1 ? field.object() + "_" + field.name() : field.name();
        return new QuestionId(person, item.id() + "_" + name);
    }

    /// Whether the item asks anything of anybody. One that doesn't has no place in a bundle.
    static boolean asks(ItemSpec item) {
        return item.fields().stream().anyMatch(field -> question(item, field) != null);
    }

    /// What the item's own form would hold.
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (FieldSpec field : item.fields()) {
            JsonNode value = value(field);
            if (value != null) {
                document.withObjectProperty(field.object()).set(field.name(), value);
            }
        }
        return document;
    }

    /// Whether the item shows the field to somebody.
    boolean shows(FieldSpec field) {
        return question(item, field) != null && holds(field.visible());
    }

    boolean demands(FieldSpec field) {
        return shows(field) && holds(field.required());
    }

    private @Nullable JsonNode value(FieldSpec field) {
        QuestionId question = question(item, field);
        return question != null && shows(field) ? answers.get(question) : null;
    }

    /// Conditions only look at earlier fields, so this ends.
    private boolean holds(When when) {
        return switch (when) {
            case When.Always _ -> true;
            case When.Never _ -> false;
            case When.Is is -> is(is.object(), is.name(), is.value());
            case When.IsNot not -> !is(not.object(), not.name(), not.value());
            case When.There there -> values(there.object(), there.name()).findAny().isPresent();
        };
    }

    private boolean is(String object, String name, String value) {
        return values(object, name).anyMatch(found -> found.equals(SpecBundle.json(value)));
    }

    private Stream<JsonNode> values(String object, String name) {
        return item.fields().stream()
                .filter(field -> field.object().equals(object) && field.name().equals(name))
                .flatMap(field -> Stream.ofNullable(value(field)));
    }

    /// The fields whose absence isn't missed, because another item is still to produce them.
    Set<String> awaited(Set<QuestionId> deferred) {
        Set<String> paths = new HashSet<>();
        for (FieldSpec field : item.fields()) {
            QuestionId question = question(item, field);
            if (question != null && deferred.contains(question) && answers.get(question) == null) {
                paths.add(field.path());
            }
        }
        return paths;
    }
}
