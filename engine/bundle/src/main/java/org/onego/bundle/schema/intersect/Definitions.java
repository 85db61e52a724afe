package org.onego.bundle.schema.intersect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The names under which what references lead to stands in the `$defs` of the result. A name that
/// an input gave is kept; when two inputs gave the same one, the later gets a number.
final class Definitions {

    private static final String PREFIX = "#/$defs/";

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Deque<Named> unread = new ArrayDeque<>();

    record Named(String name, Place place) {}

    /// A reference to the place, which is put down to be read if it is new.
    JsonNode referenceTo(Place place) {
        String key = place.input() + place.pointer();
        String name = names.get(key);
        if (name == null) {
            name = free(preferred(place));
            names.put(key, name);
            places.put(name, place);
            unread.add(new Named(name, place));
        }
        return reference(name);
    }

    /// The next place that is referred to and not read yet, or null.
    @Nullable Named next() {
        return unread.poll();
    }

    /// Where what has this name stood.
    Place place(String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    /// By each name the one that it was made from.
    Map<String, String> preferredNames() {
        Map<String, String> preferred = new HashMap<>();
        places.forEach((name, place) -> preferred.put(name, preferred(place)));
        return preferred;
    }

    static ObjectNode reference(String name) {
        return Json.object("$ref", Json.text(PREFIX + name));
    }

    /// The name that a schema of the one form refers to; empty for a schema of the standard.
    static String name(String reference) {
        return reference.startsWith(PREFIX) ? reference.substring(PREFIX.length()) : "";
    }

    private static String preferred(Place place) {
        String pointer = place.pointer().replaceFirst("^/(\\$defs|definitions)/([^/]+)$", "$2");
        String readable =
                pointer.replaceFirst("^/", "")
                        .replaceAll("[^A-Za-z0-9_.\\-\\p{IsIdeographic}]+", "-");
        return readable.isEmpty() ? "root" : readable;
    }

    private String free(String preferred) {
        String name = preferred;
        while (places.containsKey(name)) {
            name = preferred + "-" + (1 + numbers.merge(preferred, 1, Integer::sum));
        }
        return name;
    }
}
