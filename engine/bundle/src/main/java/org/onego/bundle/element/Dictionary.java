package org.onego.bundle.element;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What all packages share: elements, code lists, certificate types; in the order of their files.
public record Dictionary(
        Map<ElementId, Element> elements,
        Map<String, CodeList> codeLists,
        Map<String, CertificateType> certificateTypes) {

    public Dictionary {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
        codeLists = Collections.unmodifiableMap(new LinkedHashMap<>(codeLists));
        certificateTypes = Collections.unmodifiableMap(new LinkedHashMap<>(certificateTypes));
    }
}
