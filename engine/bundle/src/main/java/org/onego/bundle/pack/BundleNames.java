package org.onego.bundle.pack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.item.Field;
import org.onego.bundle.pack.CompiledBundle.SharedStep;
import org.onego.bundle.pack.ItemReader.ReadItem;

/// What the parts of a bundle may refer to.
///
/// @param subjects the bundle's subjects
/// @param itemIds the items that the bundle names, with its shared steps
/// @param chosen those that stand under `items`
/// @param folders all item folders
/// @param items the items that could be read
record BundleNames(
        Set<String> subjects,
        Set<String> itemIds,
        Set<String> chosen,
        Set<String> folders,
        Map<String, ReadItem> items,
        Findings findings) {

    void checkSubject(Spot spot) {
        checkSubject(spot, subjects);
    }

    void checkSubject(Spot spot, Set<String> allowed) {
        checkSubject(spot, spot.string(), allowed);
    }

    void checkSubject(Spot spot, String subject, Set<String> allowed) {
        if (!allowed.contains(subject)) {
            findings.error(
                    spot,
                    "the bundle has no subject '" + subject + "'",
                    Nearest.advice(subject, allowed, "name it under subjects"));
        }
    }

    /// Whether an item of the bundle is named; where its folder couldn't be read, that is said
    /// once.
    boolean checkItem(Spot spot) {
        if (itemIds.contains(spot.string())) {
            return true;
        }
        findings.error(
                spot,
                "the bundle has no item '" + spot.string() + "'",
                folders.contains(spot.string())
                        ? "add it to items"
                        : Nearest.advice(spot.string(), itemIds, "add it to items"));
        return false;
    }

    /// Whether a folder's item can be a shared step: it is nothing that is chosen, and one step.
    boolean checkStep(Spot spot, List<SharedStep> before) {
        String step = spot.string();
        if (!folders.contains(step)) {
            findings.error(
                    spot,
                    "there is no item '" + step + "'",
                    Nearest.advice(step, folders, "create its folder under items/"));
            return false;
        }
        if (chosen.contains(step)) {
            findings.error(
                    spot,
                    "'" + step + "' is a shared step and stands under items too",
                    "take it out of items: it is done whenever one of its items is taken");
            return false;
        }
        if (before.stream().anyMatch(each -> each.step().equals(step))) {
            findings.error(spot, "the step '" + step + "' stands here twice", "keep one");
            return false;
        }
        return true;
    }

    /// @param pointer a pointer into the item's document
    void checkField(String item, Spot pointer) {
        ReadItem read = items.get(item);
        if (read == null) {
            return;
        }
        Set<String> fields = new LinkedHashSet<>();
        for (Field field : read.item().form().fields()) {
            if (field.group() == null) {
                fields.add(field.pointer().toString());
            }
        }
        if (!fields.contains(pointer.string())) {
            findings.error(
                    pointer,
                    "the form of '" + item + "' has no field '" + pointer.string() + "'",
                    Nearest.advice(pointer.string(), fields, "look it up in its form.schema.json"));
        }
    }
}
