package org.onego.renderer.frame;

/// A line of the summary above a page with wrong answers; `href` leads to the field.
public record ErrorLine(String href, String label, String message) {}
