package org.onego.bundle.schema.intersect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where everything is in one input: its resources (`$id`), its anchors, and each schema by its
/// pointer.
final class SchemaIndex {

    /// Stands in for the address of an input that has none.
    private static final String BASE = "onego-input://%d/";

    private final SortedMap<String, Place> places = new TreeMap<>();
    private final Map<String, Place> resources = new LinkedHashMap<>();
    private final Map<String, Place> anchors = new HashMap<>();
    private final Map<String, Set<String>> dynamicAnchors = new HashMap<>();
    private final CheckKeywords check;
    private final Place root;
    private @Nullable Problem problem;

    private SchemaIndex(Place root, CheckKeywords check) {
        this.root = root;
        this.check = check;
    }

    static SchemaIndex of(JsonNode schema, int input, CheckKeywords check) {
        Dialect dialect =
                schema.has("$schema")
                        ? Dialect.named(schema.get("$schema")).orElse(Dialect.DRAFT_2020_12)
                        : Dialect.DRAFT_2020_12;
        Place root = new Place(input, "", schema, BASE.formatted(input), dialect);
        SchemaIndex index = new SchemaIndex(root, check);
        index.resources.put(root.base(), Subschemas.entered(root));
        index.add(root);
        return index;
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    Place root() {
        return Subschemas.entered(root);
    }

    private void add(Place outside) {
        if (problem != null) {
            return;
        }
        check.of(outside).ifPresent(found -> problem = found);
        if (problem != null || !outside.node().isObject()) {
            return;
        }
        if ((outside.pointer().isEmpty() || Subschemas.isResource(outside))
                && outside.node().has("$schema")
                && Dialect.named(outside.node().get("$schema")).isEmpty()) {
            problem =
                    new Problem(
                            outside.input(),
                            outside.pointer() + "/$schema",
                            outside.node().get("$schema")
                                    + " is not a dialect that is read. Use 2020-12 or draft-07.");
            return;
        }
        Place place = Subschemas.entered(outside);
        places.put(place.pointer(), place);
        if (!Subschemas.isBareReference(place)) {
            name(place);
        }
        for (Place child : Subschemas.of(place)) {
            add(child);
        }
    }

    private void name(Place place) {
        JsonNode node = place.node();
        if (Subschemas.isResource(place) && !place.pointer().isEmpty()
                || node.path("$id").isString() && !node.get("$id").stringValue().startsWith("#")) {
            claim(resources, place.base(), place);
        }
        if (place.dialect() == Dialect.DRAFT_07) {
            if (node.path("$id").isString() && node.get("$id").stringValue().startsWith("#")) {
                claim(anchors, place.base() + node.get("$id").stringValue(), place);
            }
            return;
        }
        for (String keyword : Set.of("$anchor", "$dynamicAnchor")) {
            if (node.path(keyword).isString()) {
                claim(anchors, place.base() + "#" + node.get(keyword).stringValue(), place);
            }
        }
        if (node.path("$dynamicAnchor").isString()) {
            dynamicAnchors
                    .computeIfAbsent(
                            node.get("$dynamicAnchor").stringValue(), _ -> new LinkedHashSet<>())
                    .add(place.base());
        }
    }

    private void claim(Map<String, Place> names, String name, Place place) {
        Place other = names.putIfAbsent(name, place);
        if (other != null && !other.pointer().equals(place.pointer())) {
            problem =
                    new Problem(
                            place.input(),
                            place.pointer(),
                            "has the same name '%s' as the schema at '%s'. Rename one of them."
                                    .formatted(name, other.pointer()));
        }
    }

    /// Every schema of the input.
    Iterable<Place> places() {
        return places.values();
    }

    /// The schema that a reference leads to; empty when it leads out of the input or nowhere.
    Optional<Place> find(String base, String reference) {
        String uri = Uris.resolve(base, reference);
        Place resource = resources.get(Uris.withoutFragment(uri));
        if (resource == null) {
            return Optional.empty();
        }
        String fragment = Uris.fragment(uri);
        if (fragment.isEmpty()) {
            return Optional.of(resource);
        }
        return fragment.startsWith("/")
                ? walk(resource, fragment)
                : Optional.ofNullable(anchors.get(resource.base() + "#" + fragment));
    }

    private Optional<Place> walk(Place from, String fragment) {
        JsonNode node = from.node();
        Place nearest = from;
        String pointer = from.pointer();
        for (String step : fragment.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            JsonNode next = node.isArray() ? element(node, name) : node.get(name);
            if (next == null) {
                return Optional.empty();
            }
            node = next;
            pointer += Json.step(name);
            nearest = places.getOrDefault(pointer, nearest);
        }
        return Optional.of(
                nearest.pointer().equals(pointer)
                        ? nearest
                        : Subschemas.entered(
                                new Place(
                                        nearest.input(),
                                        pointer,
                                        node,
                                        nearest.base(),
                                        nearest.dialect())));
    }

    private static @Nullable JsonNode element(JsonNode array, String index) {
        return index.matches("0|[1-9]\\d{0,8}") ? array.get(Integer.parseInt(index)) : null;
    }

    /// The resources that have a `$dynamicAnchor` of this name.
    Set<String> resourcesWithDynamicAnchor(String name) {
        return dynamicAnchors.getOrDefault(name, Set.of());
    }
}
