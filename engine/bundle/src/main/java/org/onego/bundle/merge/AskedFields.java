package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Same;
import org.onego.bundle.pack.CompiledBundle.SameField;

/// Finds which question each field of the selected items belongs to: by (subject, element), and by
/// what the bundle declares the same. Fields about nobody are left out.
final class AskedFields {

    private final CompiledBundle bundle;
    private final Selection selection;
    private final QuestionKeys keys;
    private final Map<QuestionId, Link> links = new HashMap<>();

    /// Set where a group is asked as a field of an item that isn't selected.
    private final Map<QuestionId, AskedField> askedAs = new HashMap<>();

    private record Link(QuestionId to, @Nullable String converter) {}

    /// @param fields in the order of items and fields
    /// @param askedAs the field that decides how a question is asked, where none of its own does
    /// @param titles how the bundle calls questions that it declares the same
    record Found(
            List<AskedField> fields,
            Map<QuestionId, AskedField> askedAs,
            Map<QuestionId, Text> titles) {}

    AskedFields(CompiledBundle bundle, Selection selection) {
        this.bundle = bundle;
        this.selection = selection;
        this.keys = new QuestionKeys(bundle.dictionary());
    }

    Found find() {
        List<AskedField> alone = new ArrayList<>();
        for (String id : selection.items()) {
            Item item = Rows.expand(bundle.item(id), selection);
            for (Field field : item.form().fields()) {
                ownId(item, field)
                        .ifPresent(own -> alone.add(new AskedField(item, field, own, own, null)));
            }
        }
        Map<QuestionId, Text> titles = new HashMap<>();
        for (Same same : bundle.same()) {
            link(same, alone).ifPresent(root -> titles.put(root, same.title()));
        }
        Map<QuestionId, Text> rootTitles = new HashMap<>();
        titles.forEach((id, title) -> rootTitles.putIfAbsent(resolve(id).to(), title));
        List<AskedField> fields =
                alone.stream()
                        .map(field -> {
                            Link link = resolve(field.own());
                            return field.as(link.to(), link.converter());
                        })
                        .toList();
        return new Found(fields, askedAs, rootTitles);
    }

    private Optional<QuestionId> ownId(Item item, Field field) {
        String subject = Rows.person(selection, item.id(), field.subject());
        return subject == null
                ? Optional.empty()
                : Optional.of(new QuestionId(subject, keys.of(item, field)));
    }

    /// Ties the present members of a group together; the id of their question, or empty when fewer
    /// than two of them are here and none needs converting.
    private Optional<QuestionId> link(Same same, List<AskedField> alone) {
        List<AskedField> members = new ArrayList<>();
        List<@Nullable String> converters = new ArrayList<>();
        for (SameField declared : same.fields()) {
            for (AskedField field : alone) {
                if (field.item().id().equals(declared.item())
                        && field.field().pointer().equals(declared.pointer())) {
                    members.add(field);
                    converters.add(declared.converter());
                }
            }
        }
        if (members.isEmpty()) {
            return Optional.empty();
        }
        int first = converters.indexOf(null);
        QuestionId root =
                first >= 0 ? members.get(first).own() : asFirstDeclared(same, members.getFirst());
        if (first < 0 && root.equals(members.getFirst().own())) {
            return Optional.empty();
        }
        for (int i = 0; i < members.size(); i++) {
            tie(members.get(i).own(), root, converters.get(i));
        }
        return members.size() > 1 || first < 0 ? Optional.of(root) : Optional.empty();
    }

    /// Only fields in another format are here: they are still asked in the format of the first one.
    private QuestionId asFirstDeclared(Same same, AskedField member) {
        SameField declared = same.fields().getFirst();
        Item item = bundle.item(declared.item());
        return item.form().fields().stream()
                .filter(field -> field.pointer().equals(declared.pointer()))
                .findFirst()
                .map(field -> {
                    QuestionId id = new QuestionId(member.own().subject(), keys.of(item, field));
                    askedAs.put(id, new AskedField(item, field, id, id, null));
                    return id;
                })
                .orElse(member.own());
    }

    private void tie(QuestionId from, QuestionId to, @Nullable String converter) {
        QuestionId start = resolve(from).to();
        QuestionId end = resolve(to).to();
        if (!start.equals(end)) {
            links.put(start, new Link(end, converter));
        }
    }

    private Link resolve(QuestionId id) {
        QuestionId at = id;
        String converter = null;
        for (Link link = links.get(at); link != null; link = links.get(at)) {
            at = link.to();
            converter = joined(converter, link.converter());
        }
        return new Link(at, converter);
    }

    /// Two converters after one another are none that anybody knows; checking the package says so.
    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first + "+" + second;
    }
}
