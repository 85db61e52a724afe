package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Conditions;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// Rewrites one item's conditions from places in its document to questions of the merged form.
///
/// What a field says counts only while the item shows that field, for hidden means dropped: the
/// rewritten condition carries that along, since the same question may stay visible for another
/// item.
public final class ItemConditions {

    private final Item item;
    private final Map<JsonPointer, Place> places;
    private final Map<JsonPointer, Condition> visible = new HashMap<>();
    private final Set<JsonPointer> open = new HashSet<>();
    private final Set<Unrewritable> problems = new LinkedHashSet<>();
    private final CompiledSchema anything;
    private final SchemaConditions schemas;
    private JsonPointer current = JsonPointer.empty();

    /// What stands in a place of the item's document.
    ///
    /// @param converter between the question's value and what stands here, or null
    /// @param given the value, where the guide has answered the question, or null
    record Place(QuestionId question, @Nullable String converter, @Nullable JsonNode given) {}

    /// @param places the fields about somebody
    ItemConditions(
            Item item,
            Map<JsonPointer, Place> places,
            Function<JsonNode, CompiledSchema> compiler) {
        this.item = item;
        this.places = places;
        this.anything = compiler.apply(BooleanNode.TRUE);
        this.schemas = new SchemaConditions(this, compiler);
    }

    public static ItemConditions of(
            Item item, MergedForm form, Function<JsonNode, CompiledSchema> compiler) {
        Item expanded = Rows.expand(item, form.selection());
        Answers given = form.withGiven(Answers.NONE);
        Map<JsonPointer, Place> places = new HashMap<>();
        for (Question question : form.questions().values()) {
            for (Origin origin : question.origins()) {
                if (origin.item().equals(item.id())) {
                    places.put(
                            origin.field().pointer(),
                            new Place(question.id(), origin.converter(), given.get(question.id())));
                }
            }
        }
        return new ItemConditions(expanded, places, compiler);
    }

    public List<Unrewritable> problems() {
        return List.copyOf(problems);
    }

    /// When the item shows this field, over the answers.
    public Condition visible(Field field) {
        Condition known = visible.get(field.pointer());
        if (known != null) {
            return known;
        }
        if (!open.add(field.pointer())) {
            return problem("its visibility depends on itself, by way of other fields");
        }
        JsonPointer before = current;
        current = field.pointer();
        Condition rewritten = rewrite(field.visible());
        current = before;
        open.remove(field.pointer());
        visible.put(field.pointer(), rewritten);
        return rewritten;
    }

    /// When the item demands this field, over the answers.
    public Condition required(Field field) {
        current = field.pointer();
        return Conditions.all(List.of(visible(field), rewrite(field.required())));
    }

    Condition rewrite(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                    Conditions.all(parts.stream().map(this::rewrite).toList());
            case Condition.Any(List<Condition> parts) ->
                    Conditions.any(parts.stream().map(this::rewrite).toList());
            case Condition.Not(Condition inner) -> Conditions.not(rewrite(inner));
            case Condition.Matches(JsonPointer at, CompiledSchema schema) -> matches(at, schema);
        };
    }

    private Condition matches(JsonPointer at, CompiledSchema schema) {
        return fieldAround(at)
                .map(field -> inField(field, at, schema))
                .orElseGet(() -> schemas.present(schema.source(), at));
    }

    /// Whether the item's document has something at this place.
    Condition exists(JsonPointer at) {
        if (at.matches() || isRow(at) || hasRows(at)) {
            return Condition.ALWAYS;
        }
        Optional<Field> around = fieldAround(at);
        if (around.isPresent()) {
            return inField(around.get(), at, anything);
        }
        List<Condition> below = new ArrayList<>();
        for (Field field : fieldsBelow(at)) {
            below.add(inField(field, field.pointer(), anything));
        }
        return Conditions.any(below);
    }

    /// Whether some field of the item has its value at or around this place.
    Optional<Field> fieldAround(JsonPointer at) {
        return item.form().fields().stream()
                .filter(field -> startsWith(at, field.pointer()))
                .findFirst();
    }

    private List<Field> fieldsBelow(JsonPointer at) {
        return item.form().fields().stream()
                .filter(field -> startsWith(field.pointer(), at))
                .toList();
    }

    /// Whether this is the place of a row; the rows that the selection speaks of are always there.
    private boolean isRow(JsonPointer at) {
        return item.form().fields().stream().anyMatch(field -> at.equals(field.group()));
    }

    /// Whether rows stand at this place.
    boolean hasRows(JsonPointer at) {
        return item.form().fields().stream()
                .anyMatch(field -> field.group() != null && field.group().head().equals(at));
    }

    Condition inField(Field field, JsonPointer at, CompiledSchema schema) {
        Place place = places.get(field.pointer());
        if (place == null) {
            // A field about nobody is never in the document.
            return Condition.NEVER;
        }
        if (place.converter() != null && schema != anything) {
            return problem(
                    "it looks at "
                            + field.pointer()
                            + ", whose value is converted from "
                            + place.question());
        }
        JsonPointer inside =
                JsonPointer.compile(at.toString().substring(field.pointer().toString().length()));
        if (place.given() != null) {
            JsonNode there = place.given().at(inside);
            return Conditions.all(
                    List.of(
                            visible(field),
                            constant(!there.isMissingNode() && schema.accepts(there))));
        }
        return Conditions.all(
                List.of(
                        visible(field),
                        new Condition.Matches(place.question().pointer().append(inside), schema)));
    }

    /// Notes what can't be rewritten.
    Condition problem(String reason) {
        problems.add(new Unrewritable(item.id(), current, reason));
        return Condition.NEVER;
    }

    static Condition constant(boolean holds) {
        return holds ? Condition.ALWAYS : Condition.NEVER;
    }

    private static boolean startsWith(JsonPointer longer, JsonPointer prefix) {
        JsonPointer rest = longer;
        for (JsonPointer part = prefix; !part.matches(); part = part.tail()) {
            if (rest.matches() || !rest.getMatchingProperty().equals(part.getMatchingProperty())) {
                return false;
            }
            rest = rest.tail();
        }
        return true;
    }
}
