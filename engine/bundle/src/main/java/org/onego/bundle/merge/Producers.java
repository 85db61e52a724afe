package org.onego.bundle.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.Material;
import org.onego.bundle.item.Result;
import org.onego.bundle.pack.CompiledBundle;

/// Finds the selected item whose result makes an answer or a material known before others need it.
final class Producers {

    private final Selection selection;
    private final Precedence precedence;
    private final List<Item> items;

    Producers(CompiledBundle bundle, Selection selection) {
        this.selection = selection;
        this.precedence = new Precedence(selection.needs(bundle));
        this.items = selection.items().stream().map(bundle::item).sorted(byPrecedence()).toList();
    }

    /// Of several producers the earliest, whatever the order of the bundle's file.
    private Comparator<Item> byPrecedence() {
        return Comparator.comparingLong((Item item) ->
                        selection.items().stream()
                                .filter(other -> precedence.isBefore(other, item.id()))
                                .count())
                .thenComparing(Item::id);
    }

    /// The item that produces what all these fields ask for, before any of their items starts.
    Optional<String> of(List<AskedField> fields) {
        return items.stream()
                .filter(producer ->
                        fields.stream()
                                .allMatch(field ->
                                        precedence.isBefore(producer.id(), field.item().id())))
                .filter(producer -> fields.stream().anyMatch(field -> produces(producer, field)))
                .map(Item::id)
                .findFirst();
    }

    private boolean produces(Item producer, AskedField field) {
        return field.converter() == null
                && field.field().element() != null
                && producer.results().stream()
                        .flatMap(result -> result.produces().entrySet().stream())
                        .anyMatch(entry ->
                                field.own().subject().equals(subject(producer, entry.getKey()))
                                        && entry.getValue().contains(field.field().element()));
    }

    /// The item that issues what this material asks for, before any of these items starts.
    Optional<String> of(Material material, String subject, List<String> consumers) {
        return items.stream()
                .filter(producer ->
                        consumers.stream()
                                .allMatch(item -> precedence.isBefore(producer.id(), item)))
                .filter(producer ->
                        producer.results().stream()
                                .anyMatch(result -> issues(producer, result, material, subject)))
                .map(Item::id)
                .findFirst();
    }

    private boolean issues(Item producer, Result result, Material material, String subject) {
        boolean same =
                result.certificate() != null
                        ? result.certificate().equals(material.certificate())
                        : result.id().equals(material.code());
        return same
                && (subject.isEmpty()
                        || result.produces().isEmpty()
                        || result.produces().keySet().stream()
                                .anyMatch(own -> subject.equals(subject(producer, own))));
    }

    private @Nullable String subject(Item item, String own) {
        return Rows.person(selection, item.id(), own);
    }
}
