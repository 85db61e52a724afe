package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.Material;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.schema.Condition;

/// Merges the items' materials: each document once, and none that a certificate, an earlier result
/// or the answers supply.
final class MaterialMerger {

    private final CompiledBundle bundle;
    private final Selection selection;
    private final Producers producers;

    private record Key(String code, String subject) {}

    private record Wanted(Item item, Material material) {}

    MaterialMerger(CompiledBundle bundle, Selection selection, Producers producers) {
        this.bundle = bundle;
        this.selection = selection;
        this.producers = producers;
    }

    List<MergedMaterial> merge() {
        Map<Key, List<Wanted>> byKey = new LinkedHashMap<>();
        for (Item item : selected()) {
            for (Material material : item.materials()) {
                subject(item, material)
                        .filter(_ -> !material.when().equals(Condition.NEVER))
                        .ifPresent(subject ->
                                byKey.computeIfAbsent(
                                                new Key(material.code(), subject),
                                                _ -> new ArrayList<>())
                                        .add(new Wanted(item, material)));
            }
        }
        return byKey.entrySet().stream()
                .map(entry -> one(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// How many documents the items ask for, one by one.
    int before() {
        return selected().stream()
                .mapToInt(item ->
                        (int)
                                item.materials().stream()
                                        .filter(material -> subject(item, material).isPresent())
                                        .filter(material ->
                                                !material.when().equals(Condition.NEVER))
                                        .count())
                .sum();
    }

    private List<Item> selected() {
        return selection.items().stream().map(bundle::item).toList();
    }

    /// The bundle's subject, empty text for a material about nobody in particular, or nothing when
    /// its subject doesn't exist here.
    private Optional<String> subject(Item item, Material material) {
        return material.about() == null
                ? Optional.of("")
                : Optional.ofNullable(Rows.person(selection, item.id(), material.about()));
    }

    private MergedMaterial one(Key key, List<Wanted> wanted) {
        List<String> items = wanted.stream().map(want -> want.item().id()).distinct().toList();
        return new MergedMaterial(
                key.code(),
                wanted.getFirst().material().title(),
                key.subject().isEmpty() ? null : key.subject(),
                wanted.stream().anyMatch(want -> want.material().required()),
                items,
                supply(key, wanted, items));
    }

    private Supply supply(Key key, List<Wanted> wanted, List<String> items) {
        if (wanted.stream().allMatch(want -> want.material().form() == Material.Form.SYSTEM)) {
            return new Supply.Generated();
        }
        Optional<String> producer =
                wanted.stream()
                        .flatMap(want ->
                                producers.of(want.material(), key.subject(), items).stream())
                        .findFirst();
        if (producer.isPresent()) {
            return new Supply.Produced(producer.get());
        }
        @Nullable String certificate =
                wanted.stream()
                        .map(want -> want.material().certificate())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return certificate == null ? new Supply.Upload() : new Supply.Certificate(certificate);
    }
}
