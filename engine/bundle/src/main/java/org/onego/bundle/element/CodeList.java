package org.onego.bundle.element;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A code list (代码表) such as GB/T 2261.1, in the order of its file.
///
/// @param above the codes of the list under which this one hangs, e.g. the counties above the
///   townships; empty for a list of its own
public record CodeList(String id, Text title, List<Code> codes, List<Code> above) {
    public CodeList {
        codes = List.copyOf(codes);
        above = List.copyOf(above);
    }

    public CodeList(String id, Text title, List<Code> codes) {
        this(id, title, codes, List.of());
    }

    /// A code of this list, or of the one above it.
    public Optional<Code> find(String code) {
        return Stream.concat(codes.stream(), above.stream())
                .filter(entry -> entry.code().equals(code))
                .findFirst();
    }
}
