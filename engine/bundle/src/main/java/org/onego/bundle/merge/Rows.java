package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Form;
import org.onego.bundle.item.Item;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import tools.jackson.core.JsonPointer;

/// Repeated groups (children, shareholders): each row is a subject of its own, `child_1`,
/// `child_2`, so that everything that holds for a subject holds for a row, and items merge row by
/// row.
///
/// How many there are is part of the selection. No id of a package contains `_`.
public final class Rows {

    /// More rows than any form on a phone.
    public static final int LIMIT = 50;

    private static final Pattern ROW = Pattern.compile("(.+)_([1-9][0-9]*)");

    private Rows() {}

    /// The id of one row's subject.
    ///
    /// @param row from 1
    public static String subject(String repeated, int row) {
        return repeated + "_" + row;
    }

    /// The subject as the bundle declares it: `child` for `child_2`, itself for any other.
    public static String declared(String subject) {
        Matcher row = ROW.matcher(subject);
        return row.matches() ? row.group(1) : subject;
    }

    /// Which row a subject is, from 1; 0 for a subject that is no row.
    public static int number(String subject) {
        Matcher row = ROW.matcher(subject);
        return row.matches() ? Integer.parseInt(row.group(2)) : 0;
    }

    /// How many rows there are: one, until somebody says otherwise.
    public static int count(Selection selection, String repeated) {
        int most = selection.subjects().contains(repeated) ? 1 : 0;
        for (String subject : selection.subjects()) {
            if (declared(subject).equals(repeated)) {
                most = Math.max(most, number(subject));
            }
        }
        return Math.min(most, LIMIT);
    }

    /// The same selection with this many rows.
    ///
    /// @throws IllegalArgumentException unless there is at least one, and at most [#LIMIT]
    public static Selection with(Selection selection, String repeated, int rows) {
        if (rows < 1 || rows > LIMIT) {
            throw new IllegalArgumentException(
                    "'" + repeated + "' can't have " + rows + " rows; choose 1 to " + LIMIT);
        }
        Set<String> subjects = new LinkedHashSet<>();
        for (String subject : selection.subjects()) {
            if (number(subject) == 0 || !declared(subject).equals(repeated)) {
                subjects.add(subject);
            }
        }
        for (int row = 1; row <= rows; row++) {
            subjects.add(subject(repeated, row));
        }
        return new Selection(
                selection.items(),
                selection.applicant(),
                subjects,
                selection.roles(),
                selection.given());
    }

    /// The bundle's subject behind an item's own, or null for nobody.
    static @Nullable String person(Selection selection, String item, String own) {
        Map<String, String> roles = selection.roles().getOrDefault(item, Map.of());
        int row = number(own);
        String declared = roles.get(declared(own));
        return declared == null || row == 0 ? declared : subject(declared, row);
    }

    /// The item with the fields of each row in place of those of the group. A row's field has its
    /// place in the whole document, and as its group the place of its row.
    public static Item expand(Item item, Selection selection) {
        if (item.form().fields().stream().allMatch(field -> field.group() == null)) {
            return item;
        }
        List<Field> fields = new ArrayList<>();
        for (Field field : item.form().fields()) {
            String person = person(selection, item.id(), field.subject());
            int rows = person == null ? 1 : count(selection, person);
            if (field.group() == null) {
                fields.add(field);
            } else {
                for (int row = 1; row <= rows; row++) {
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
                item.process());
    }

    private static Field inRow(Field field, JsonPointer group, int row) {
        JsonPointer place = group.appendIndex(row - 1);
        return new Field(
                place.append(field.pointer()),
                place,
                subject(field.subject(), row),
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
