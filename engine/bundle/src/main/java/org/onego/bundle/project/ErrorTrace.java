package org.onego.bundle.project;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Rows;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.SchemaError;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds the questions that cause what an item's schema refuses in its document.
public final class ErrorTrace {

    private final Item item;
    private final Map<JsonPointer, Question> questions;

    public ErrorTrace(Item item, MergedForm form) {
        this.item = Rows.expand(item, form.selection());
        this.questions = form.questionsOf(item.id());
    }

    /// The questions whose answers cause the error: the one whose value is refused; for what is
    /// missing and nobody can be asked, those that made it necessary; else those nearest by. Empty
    /// only when the item has no question at all.
    ///
    /// @param document what the schema refused
    public Set<Question> causes(SchemaError error, ObjectNode document) {
        JsonPointer at =
                error.property().isEmpty()
                        ? error.at()
                        : error.at().appendProperty(error.property());
        for (JsonPointer around = at; !around.matches(); around = around.head()) {
            Question question = questions.get(around);
            if (question != null) {
                return Set.of(question);
            }
        }
        boolean missing =
                error.keyword().equals("required") || error.keyword().equals("dependentRequired");
        for (JsonPointer place = at; ; place = place.head()) {
            Set<Question> below = below(place, error, document, missing);
            if (!below.isEmpty() || place.matches()) {
                return below;
            }
        }
    }

    /// For a field about nobody: what its being required depends on.
    private Set<Question> reasons(JsonPointer at) {
        Set<Question> found = new LinkedHashSet<>();
        for (Field field : item.form().fields()) {
            if (field.pointer().equals(at) && !questions.containsKey(at)) {
                places(field.required()).forEach(place -> found.addAll(exactly(place)));
            }
        }
        return found;
    }

    private Set<Question> exactly(JsonPointer place) {
        Question question = questions.get(place);
        return question == null ? Set.of() : Set.of(question);
    }

    private static Set<JsonPointer> places(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> places(parts);
            case Condition.Any(List<Condition> parts) -> places(parts);
            case Condition.Not(Condition inner) -> places(inner);
            case Condition.Matches(JsonPointer at, CompiledSchema _) -> Set.of(at);
        };
    }

    private static Set<JsonPointer> places(List<Condition> conditions) {
        Set<JsonPointer> all = new LinkedHashSet<>();
        conditions.forEach(condition -> all.addAll(places(condition)));
        return all;
    }

    /// Of the questions below a place those that are most to blame: for a missing object the ones
    /// that must be answered in it, else the ones that the keyword speaks about.
    private Set<Question> below(
            JsonPointer place, SchemaError error, ObjectNode document, boolean missing) {
        List<Field> fields =
                item.form().fields().stream()
                        .filter(field -> questions.containsKey(field.pointer()))
                        .filter(field -> field.pointer().toString().startsWith(place + "/"))
                        .toList();
        List<Field> shown = preferred(fields, field -> field.visible().test(document));
        if (missing) {
            return questions(
                    preferred(
                            shown,
                            field ->
                                    document.at(field.pointer()).isMissingNode()
                                            && field.required().test(document)));
        }
        Set<String> named = names(error.expected());
        return questions(
                preferred(
                        shown,
                        field -> named.contains(field.pointer().last().getMatchingProperty())));
    }

    private static List<Field> preferred(List<Field> fields, Predicate<Field> test) {
        List<Field> found = fields.stream().filter(test).toList();
        return found.isEmpty() ? fields : found;
    }

    private Set<Question> questions(List<Field> fields) {
        Set<Question> found = new LinkedHashSet<>();
        fields.forEach(field -> found.add(questions.get(field.pointer())));
        return found;
    }

    /// Every property name that a schema mentions.
    private static Set<String> names(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("properties").propertyNames().forEach(names::add);
        schema.path("required").forEach(name -> names.add(name.asString("")));
        schema.forEach(part -> names.addAll(names(part)));
        return names;
    }
}
