package org.onego.bundle.schema.intersect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The parts of an input in which a `$dynamicRef` means something else on different ways. Such a
/// part is not rewritten: it stays as it is, as a resource of its own under an `$id` that no other
/// has, so that its dynamic scope is what it was.
final class Sealed {

    private static final String URN = "urn:onego:sealed:";

    private final SchemaIndex index;
    private final List<Place> roots;

    private Sealed(SchemaIndex index, List<Place> roots) {
        this.index = index;
        this.roots = roots;
    }

    static Sealed of(SchemaIndex index) {
        List<Place> roots = new ArrayList<>();
        boolean whole = false;
        for (Place place : index.places()) {
            if (isDynamic(index, place)) {
                // What was sealed by an earlier intersection stays sealed alone; else the whole
                // input is.
                Place root = sealedAround(index, place);
                whole |= root.pointer().isEmpty();
                if (!roots.contains(root)) {
                    roots.add(root);
                }
            }
        }
        return new Sealed(index, whole ? List.of(index.root()) : roots);
    }

    private static boolean isDynamic(SchemaIndex index, Place place) {
        return place.dialect() == Dialect.DRAFT_2020_12
                && place.node().path("$dynamicRef").isString()
                && Reference.of(index, place, "$dynamicRef") instanceof Reference.Dynamic;
    }

    private static Place sealedAround(SchemaIndex index, Place dynamic) {
        for (Place place : index.places()) {
            if (isInside(dynamic, place)
                    && place.node().path("$id").stringValue("").startsWith(URN)
                    && standsAlone(index, place)) {
                return place;
            }
        }
        return index.root();
    }

    private static boolean standsAlone(SchemaIndex index, Place root) {
        for (Place place : index.places()) {
            boolean inside = isInside(place, root);
            for (String keyword : List.of("$ref", "$dynamicRef")) {
                if (inside
                        && place.node().path(keyword).isString()
                        && leadsOutside(Reference.of(index, place, keyword), root)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean leadsOutside(Reference reference, Place root) {
        return switch (reference) {
            case Reference.Static(Place target) -> !isInside(target, root);
            case Reference.Dynamic(Place target) -> !isInside(target, root);
            case Reference.MetaSchema _ -> false;
            case Reference.Nowhere _ -> true;
        };
    }

    private static boolean isInside(Place place, Place root) {
        return place.pointer().equals(root.pointer())
                || place.pointer().startsWith(root.pointer() + "/");
    }

    /// Whether the place is the root of a sealed part.
    boolean contains(Place place) {
        return roots.stream().anyMatch(root -> root.pointer().equals(place.pointer()));
    }

    /// The sealed part under names of its own.
    JsonNode copy(Place place) {
        if (!place.node().isObject() || place.node().path("$id").stringValue("").startsWith(URN)) {
            return place.node();
        }
        Map<String, String> names = new HashMap<>();
        String hash = hash(Json.key(place.node()));
        names.put(place.base(), URN + hash);
        for (Place each : index.places()) {
            if (isInside(each, place) && Subschemas.isResource(each)) {
                names.putIfAbsent(each.base(), URN + hash + ":" + names.size());
            }
        }
        ObjectNode copy = (ObjectNode) rename(place, names);
        copy.put("$id", URN + hash);
        return copy;
    }

    private JsonNode rename(Place place, Map<String, String> names) {
        JsonNode copy = place.node().deepCopy();
        for (Place each : index.places()) {
            if (isInside(each, place)
                    && copy.at(each.pointer().substring(place.pointer().length()))
                            instanceof ObjectNode node) {
                if (Subschemas.isResource(each)) {
                    node.put("$id", names.get(each.base()));
                }
                if (each.pointer().equals(place.pointer())) {
                    node.remove("$schema");
                }
                for (String keyword : List.of("$ref", "$dynamicRef")) {
                    if (node.path(keyword).isString()) {
                        node.put(
                                keyword,
                                renamed(
                                        Uris.resolve(each.base(), node.get(keyword).stringValue()),
                                        names));
                    }
                }
            }
        }
        return copy;
    }

    private static String renamed(String uri, Map<String, String> names) {
        String name = names.get(Uris.withoutFragment(uri));
        return name == null ? uri : name + uri.substring(Uris.withoutFragment(uri).length());
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
