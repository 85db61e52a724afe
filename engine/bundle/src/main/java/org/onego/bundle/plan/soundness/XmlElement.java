package org.onego.bundle.plan.soundness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element of the BPMN model namespace with the children of that namespace.
///
/// @param attributes by local name; those of the engine's namespace as `flowable:…`
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children) {

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    boolean flag(String key, boolean otherwise) {
        String value = attribute(key);
        return value.isEmpty() ? otherwise : value.equals("true") || value.equals("1");
    }

    Stream<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    Optional<XmlElement> first(String childName) {
        return all(childName).findFirst();
    }
}
