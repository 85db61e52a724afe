package org.onego.examples.data;

/// A sample citizen of a package.
///
/// @param mobile may be empty
public record Persona(
        String packageId, String id, String title, String name, String idNo, String mobile) {}
