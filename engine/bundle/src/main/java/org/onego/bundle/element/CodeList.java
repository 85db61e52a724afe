package org.onego.bundle.element;

import java.util.List;
import java.util.Optional;

/// A code list (代码表) such as GB/T 2261.1, in the order of its file.
public record CodeList(String id, Text title, List<Code> codes) {
    public CodeList {
        codes = List.copyOf(codes);
    }

    public Optional<Code> find(String code) {
        return codes.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
