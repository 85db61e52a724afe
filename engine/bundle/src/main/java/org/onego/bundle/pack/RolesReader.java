package org.onego.bundle.pack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.onego.bundle.pack.CompiledBundle.Role;
import org.onego.bundle.pack.ItemReader.ReadItem;

/// Reads `roles`, and checks that every subject of every item comes to somebody or to nobody.
final class RolesReader {

    private final BiFunction<Spot, Set<String>, Role> roleReader;
    private final Map<String, ReadItem> items;
    private final Set<String> allowed;
    private final Findings findings;

    RolesReader(
            BiFunction<Spot, Set<String>, Role> roleReader,
            Map<String, ReadItem> items,
            Set<String> subjects,
            Findings findings) {
        this.roleReader = roleReader;
        this.items = items;
        this.allowed = new LinkedHashSet<>(subjects);
        this.allowed.add(CompiledBundle.APPLICANT);
        this.allowed.add(CompiledBundle.NOBODY);
        this.findings = findings;
    }

    /// @param bundleItems the bundle's `items`
    Map<String, Map<String, List<Role>>> read(Spot roles, Spot bundleItems) {
        Set<String> named = new LinkedHashSet<>();
        bundleItems.elements().forEach(each -> named.add(each.at("item").string()));
        Map<String, Map<String, List<Role>>> read = new LinkedHashMap<>();
        roles.entries()
                .forEach((item, spot) -> {
                    if (!named.contains(item)) {
                        findings.error(
                                spot,
                                "the bundle has no item '" + item + "'",
                                items.containsKey(item)
                                        ? "add it to items"
                                        : Nearest.advice(item, named, "add it to items"));
                    }
                    read.put(item, roles(item, spot));
                });
        for (Spot spot : bundleItems.elements()) {
            ReadItem item = items.get(spot.at("item").string());
            if (item != null) {
                checkEverybody(spot.at("item"), item, read);
            }
        }
        return read;
    }

    private Map<String, List<Role>> roles(String item, Spot spot) {
        Map<String, List<Role>> roles = new LinkedHashMap<>();
        ReadItem read = items.get(item);
        spot.entries()
                .forEach((own, role) -> {
                    if (read != null && !read.subjects().contains(own)) {
                        findings.error(
                                role,
                                "the item '" + item + "' has no subject '" + own + "'",
                                Nearest.advice(
                                        own, read.subjects(), "look up x-subject in its form"));
                    }
                    List<Spot> candidates = role.node().isArray() ? role.elements() : List.of(role);
                    roles.put(
                            own,
                            candidates.stream()
                                    .map(each -> roleReader.apply(each, allowed))
                                    .toList());
                });
        return roles;
    }

    private void checkEverybody(
            Spot spot, ReadItem item, Map<String, Map<String, List<Role>>> roles) {
        Map<String, List<Role>> own = roles.getOrDefault(item.item().id(), Map.of());
        for (String subject : item.subjects()) {
            if (!own.containsKey(subject) && !allowed.contains(subject)) {
                findings.error(
                        spot,
                        "the item '"
                                + item.item().id()
                                + "' is about '"
                                + subject
                                + "', and nothing says who that is",
                        "add roles."
                                + item.item().id()
                                + "."
                                + subject
                                + ": one of "
                                + String.join(", ", allowed));
            }
        }
    }
}
