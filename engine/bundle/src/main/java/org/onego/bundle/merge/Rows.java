package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Form;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import tools.jackson.core.JsonPointer;

/// Repeated groups (children, shareholders): each row is a subject of its own, so that everything
/// that holds for a subject holds for a row, and items merge row by row.
///
/// How many rows there are is part of the selection: the highest numbered subject in it.
public final class Rows {

    private Rows() {}

    /// The repeated subjects of the selected items, with how many rows they may have.
    public static List<RepeatedSubject> of(CompiledBundle bundle, Selection selection) {
        Map<String, RepeatedSubject> found = new LinkedHashMap<>();
        for (String id : selection.items()) {
            Item item = bundle.item(id);
            for (Field field : item.form().fields()) {
                String subject = person(selection, id, field.subject());
                if (field.group() != null && subject != null) {
                    RepeatedSubject wanted =
                            RowLimits.of(item.form(), field.group())
                                    .as(subject, explicit(selection, subject));
                    found.merge(subject, wanted, RepeatedSubject::and);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /// The selection with the number of rows of every repeated subject settled: as many as it says,
    /// or as the items demand.
    public static Selection settle(CompiledBundle bundle, Selection selection) {
        List<RepeatedSubject> repeated = of(bundle, selection);
        if (repeated.isEmpty()) {
            return selection;
        }
        Set<String> subjects = new LinkedHashSet<>();
        for (String subject : selection.subjects()) {
            if (!RowSubject.isRow(subject)) {
                subjects.add(subject);
            }
        }
        for (RepeatedSubject each : repeated) {
            subjects.add(RowSubject.of(each.subject(), each.rows()));
        }
        return new Selection(
                selection.items(),
                selection.applicant(),
                subjects,
                selection.roles(),
                selection.given(),
                selection.lifted());
    }

    /// How many rows the selection says there are, or null when it says nothing.
    private static @Nullable Integer explicit(Selection selection, String repeated) {
        return selection.subjects().stream()
                .filter(RowSubject::isRow)
                .filter(subject -> RowSubject.declared(subject).equals(repeated))
                .map(RowSubject::number)
                .max(Integer::compare)
                .orElse(null);
    }

    /// The bundle's subject behind an item's own, or null for nobody.
    public static @Nullable String person(Selection selection, String item, String own) {
        Map<String, String> roles = selection.roles().getOrDefault(item, Map.of());
        String declared = roles.get(RowSubject.declared(own));
        return declared == null || !RowSubject.isRow(own)
                ? declared
                : RowSubject.of(declared, RowSubject.number(own));
    }

    /// The item with the fields of each row in place of those of the group. A row's field has its
    /// place in the whole document, and as its group the place of its row.
    ///
    /// @param selection settled, as that of every [MergedForm] is
    public static Item expand(Item item, Selection selection) {
        if (item.form().fields().stream().allMatch(field -> field.group() == null)) {
            return item;
        }
        List<Field> fields = new ArrayList<>();
        for (Field field : item.form().fields()) {
            if (field.group() == null) {
                fields.add(field);
            } else {
                String subject = person(selection, item.id(), field.subject());
                Integer rows = subject == null ? null : explicit(selection, subject);
                for (int row = 1; rows != null && row <= rows; row++) {
                    fields.add(inRow(field, field.group(), row));
                }
            }
        }
        return new Item(
                item.id(),
                item.title(),
                item.code(),
                item.type(),
                item.kind(),
                item.department(),
                item.handling(),
                item.deadline(),
                item.fee(),
                item.materials(),
                item.results(),
                new Form(item.form().schema(), item.form().ui(), fields),
                item.onDispute(),
                item.process());
    }

    private static Field inRow(Field field, JsonPointer group, int row) {
        JsonPointer place = group.appendIndex(row - 1);
        return new Field(
                place.append(field.pointer()),
                place,
                RowSubject.of(field.subject(), row),
                field.element(),
                field.title(),
                field.hint(),
                field.schema(),
                below(place, field.required()),
                below(place, field.visible()));
    }

    private static Condition below(JsonPointer place, Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                    new Condition.All(parts.stream().map(part -> below(place, part)).toList());
            case Condition.Any(List<Condition> parts) ->
                    new Condition.Any(parts.stream().map(part -> below(place, part)).toList());
            case Condition.Not(Condition inner) -> new Condition.Not(below(place, inner));
            case Condition.Matches(JsonPointer at, CompiledSchema schema) ->
                    new Condition.Matches(place.append(at), schema);
        };
    }
}
