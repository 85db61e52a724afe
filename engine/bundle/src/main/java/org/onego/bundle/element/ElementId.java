package org.onego.bundle.element;

import java.util.regex.Pattern;

/// The stable id of an element, `namespace.name`, e.g. `person.name`.
public record ElementId(String namespace, String name) implements Comparable<ElementId> {

    private static final Pattern SHAPE =
            Pattern.compile("([a-z][A-Za-z0-9]*)\\.([a-z][A-Za-z0-9]*)");

    /// Reads `namespace.name`.
    ///
    /// @throws IllegalArgumentException when the text has another shape; check with [#isValid]
    ///   first
    public static ElementId parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an element id; write namespace.name");
        }
        return new ElementId(matcher.group(1), matcher.group(2));
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(ElementId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return namespace + "." + name;
    }
}
