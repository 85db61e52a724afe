package org.onego.bundle.element;

import org.jspecify.annotations.Nullable;

/// One entry of a code list; `parent` is the code above it in a cascade.
public record Code(String code, Text name, @Nullable String parent) {}
