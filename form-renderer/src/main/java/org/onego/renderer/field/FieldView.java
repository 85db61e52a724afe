package org.onego.renderer.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question as its template shows it.
///
/// @param id of the HTML element; the field's input is `id-input`
/// @param name of the form parameter: the question's id
/// @param widget name of the template in `fragments/widgets`
/// @param grouped whether several inputs answer it (a fieldset)
/// @param shown the masked value where it cannot be changed here; everything about inputs is then
///   unused
/// @param from the title of the certificate that the value comes from
/// @param when the client's condition as JSON, or null when it does not depend on this page
public record FieldView(
        String id,
        String name,
        String label,
        @Nullable String hint,
        @Nullable String error,
        boolean optional,
        boolean hidden,
        String widget,
        boolean grouped,
        boolean multiple,
        String inputType,
        @Nullable String inputMode,
        String autocomplete,
        @Nullable Integer maxLength,
        @Nullable String unit,
        String value,
        List<OptionGroup> optionGroups,
        @Nullable String shown,
        @Nullable String from,
        @Nullable String when) {

    public FieldView {
        optionGroups = List.copyOf(optionGroups);
    }

    /// All options, where they are shown without groups.
    public List<Option> options() {
        return optionGroups.stream().flatMap(group -> group.options().stream()).toList();
    }

    /// The ids of what explains the input, for screen readers; null when nothing does.
    public @Nullable String describedBy() {
        String described =
                (hint == null ? "" : id + "-hint ") + (error == null ? "" : id + "-error");
        return described.isBlank() ? null : described.strip();
    }

    public record Option(String value, String label, boolean selected) {}

    /// @param label null for options that belong to no group
    public record OptionGroup(@Nullable String label, List<Option> options) {
        public OptionGroup {
            options = List.copyOf(options);
        }
    }
}
