package org.onego.renderer.field;

import org.jspecify.annotations.Nullable;

/// One question as its template shows it.
///
/// @param id of the HTML element; the field's first input is `id-input`
/// @param name of the form parameter: the question's id; parts of an answer add `:` and the part
/// @param shown the masked value where it cannot be changed here; `input` is then unused
/// @param from the title of the certificate that the value comes from
/// @param when the client's condition as JSON, or null when it does not depend on this page
/// @param live whether the server has to be asked what else changes when this answer does
public record FieldView(
        String id,
        String name,
        String label,
        @Nullable String hint,
        @Nullable String error,
        boolean optional,
        boolean hidden,
        WidgetView input,
        @Nullable String shown,
        @Nullable String from,
        @Nullable String when,
        boolean live) {

    /// The ids of what explains the input, for screen readers; null when nothing does.
    public @Nullable String describedBy() {
        String described =
                (hint == null ? "" : id + "-hint ") + (error == null ? "" : id + "-error");
        return described.isBlank() ? null : described.strip();
    }

    public @Nullable String invalid() {
        return error == null ? null : "true";
    }

    public @Nullable String required() {
        return optional ? null : "true";
    }
}
