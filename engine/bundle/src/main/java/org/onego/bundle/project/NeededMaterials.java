package org.onego.bundle.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.Material;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.pack.CompiledBundle;
import tools.jackson.databind.node.ObjectNode;

/// Finds the materials that these answers make necessary: an item's own condition is asked about
/// its own document.
public final class NeededMaterials {

    private NeededMaterials() {}

    private record Key(String item, String code, String subject) {}

    /// The form's materials that some item needs now, each with the items that need it now.
    public static List<MergedMaterial> of(CompiledBundle bundle, MergedForm form, Answers answers) {
        Set<Key> needed = new HashSet<>();
        Set<Key> required = new HashSet<>();
        for (String id : form.selection().items()) {
            Item item = bundle.item(id);
            ObjectNode document = Projector.project(item, form, answers);
            for (Material material : item.materials()) {
                if (material.when().test(document)) {
                    Key key = new Key(id, material.code(), subject(form.selection(), id, material));
                    needed.add(key);
                    if (material.required()) {
                        required.add(key);
                    }
                }
            }
        }
        List<MergedMaterial> now = new ArrayList<>();
        for (MergedMaterial material : form.materials()) {
            String subject = material.subject() == null ? "" : material.subject();
            List<String> items =
                    material.items().stream()
                            .filter(item ->
                                    needed.contains(new Key(item, material.code(), subject)))
                            .toList();
            if (!items.isEmpty()) {
                boolean must =
                        items.stream()
                                .anyMatch(item ->
                                        required.contains(new Key(item, material.code(), subject)));
                now.add(
                        new MergedMaterial(
                                material.code(),
                                material.title(),
                                material.subject(),
                                must,
                                items,
                                material.supply()));
            }
        }
        return now;
    }

    private static String subject(Selection selection, String item, Material material) {
        return material.about() == null
                ? ""
                : selection.roles().getOrDefault(item, Map.of()).getOrDefault(material.about(), "");
    }
}
