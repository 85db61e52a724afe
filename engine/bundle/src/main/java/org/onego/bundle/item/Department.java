package org.onego.bundle.item;

import org.jspecify.annotations.Nullable;

/// The department that handles an item; `id` is also the clerks' group at the desk.
public record Department(String id, String name, @Nullable String code) {}
