package org.onego.bundle.pack;

import tools.jackson.core.JsonPointer;

/// One mistake, or doubt, found in a package.
///
/// @param file relative to the packages folder
/// @param pointer into that file; empty for the file as a whole
/// @param message what is wrong, with the value
/// @param advice what to do next
public record Finding(
        Severity severity, String file, JsonPointer pointer, String message, String advice) {

    /// An error stops publication; a warning is shown to staff.
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        String at = pointer.toString().isEmpty() ? "" : "#" + pointer;
        return severity + " " + file + at + ": " + message + " → " + advice;
    }
}
