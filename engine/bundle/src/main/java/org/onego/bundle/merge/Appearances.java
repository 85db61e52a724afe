package org.onego.bundle.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Item;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Conditions;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Knows when each field is shown, to tell which demands hold whenever its question is asked.
///
/// An item that hides a field demands nothing of it. Were its demands part of the question all the
/// same, the merged form would refuse what every item accepts.
final class Appearances {

    private final Map<String, ItemConditions> conditions = new HashMap<>();

    Appearances(
            Selection selection,
            List<AskedField> fields,
            Function<JsonNode, CompiledSchema> compiler) {
        Map<String, Item> items = new HashMap<>();
        Map<String, Map<JsonPointer, ItemConditions.Place>> places = new HashMap<>();
        Map<QuestionId, JsonNode> given = GivenAnswers.of(selection, fields);
        for (AskedField field : fields) {
            items.put(field.item().id(), field.item());
            places.computeIfAbsent(field.item().id(), _ -> new HashMap<>())
                    .put(
                            field.field().pointer(),
                            new ItemConditions.Place(
                                    field.asked(), field.converter(), given.get(field.asked())));
        }
        items.forEach((id, item) ->
                conditions.put(
                        id, new ItemConditions(item, places.getOrDefault(id, Map.of()), compiler)));
    }

    /// Whether some of these fields is shown whenever any of all the fields is.
    boolean cover(List<AskedField> some, List<AskedField> all) {
        Condition when = shown(some);
        return when.equals(Condition.ALWAYS) || options(when).containsAll(options(shown(all)));
    }

    private Condition shown(Iterable<AskedField> fields) {
        Set<Condition> when = new HashSet<>();
        for (AskedField field : fields) {
            ItemConditions own = conditions.get(field.item().id());
            when.add(own == null ? Condition.ALWAYS : own.visible(field.field()));
        }
        return Conditions.any(List.copyOf(when));
    }

    private static Set<Condition> options(Condition condition) {
        return condition instanceof Condition.Any(List<Condition> parts)
                ? Set.copyOf(parts)
                : Set.of(condition);
    }
}
