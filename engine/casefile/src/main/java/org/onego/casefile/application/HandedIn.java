package org.onego.casefile.application;

import org.jspecify.annotations.Nullable;

/// A file that the citizen attached for a material.
///
/// @param material code of the material
/// @param subject the bundle's subject whose document it is, or null
public record HandedIn(String material, @Nullable String subject, StoredFile file) {}
