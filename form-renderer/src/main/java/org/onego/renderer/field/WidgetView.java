package org.onego.renderer.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The inputs of a question, one record for each way of asking. A template in `fragments/widgets`
/// places it; it works without scripts, and the page's script makes it nicer.
public sealed interface WidgetView {

    /// Name of the template.
    String template();

    /// Whether several inputs answer the question together (a fieldset), not one (a label).
    default boolean grouped() {
        return false;
    }

    /// Names of scripts under `assets` that this way of asking is made nicer by.
    default List<String> scripts() {
        return List.of();
    }

    /// One line to type in.
    ///
    /// @param value grouped for reading where that helps: 130602 19950312 0027
    /// @param groups lengths of the groups, for the script
    /// @param most how many characters fit, or null
    record Line(
            String template,
            String type,
            @Nullable String inputMode,
            String value,
            @Nullable String groups,
            @Nullable String unit,
            @Nullable Integer most)
            implements WidgetView {}

    /// Several lines to type in.
    record Lines(String template, String value, @Nullable Integer most) implements WidgetView {}

    /// Year, month, day; for a moment hour and minute too.
    ///
    /// @param picker type of the input whose calendar the script offers
    record Parts(String template, String picker, List<Part> parts) implements WidgetView {
        public Parts {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean grouped() {
            return true;
        }

        /// @param label key of the text behind the input
        public record Part(String name, String id, String label, String value, int length) {}
    }

    /// A few answers, all to be seen: radio buttons or checkboxes.
    record Choice(boolean multiple, List<Option> options) implements WidgetView {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String template() {
            return "choice";
        }

        @Override
        public boolean grouped() {
            return true;
        }
    }

    /// Many answers, one of them.
    ///
    /// @param pinyin id of the code list by whose pinyin the script searches, or null where there
    ///   are not so many
    record Select(List<Option> options, @Nullable String pinyin) implements WidgetView {
        public Select {
            options = List.copyOf(options);
        }

        @Override
        public String template() {
            return "select";
        }

        @Override
        public List<String> scripts() {
            return pinyin == null ? List.of() : List.of("select.js");
        }
    }

    /// A cascade from the top down: city, county, township. Each level follows from the one above.
    record Cascade(List<Level> levels) implements WidgetView {
        public Cascade {
            levels = List.copyOf(levels);
        }

        @Override
        public String template() {
            return "region";
        }

        @Override
        public boolean grouped() {
            return true;
        }

        /// @param label key of its name
        public record Level(String name, String id, String label, List<Option> options) {
            public Level {
                options = List.copyOf(options);
            }
        }
    }

    /// A name typed, or written by hand on the glass.
    ///
    /// @param drawn the strokes as path data, or empty
    record Signature(String typed, String drawn) implements WidgetView {
        @Override
        public String template() {
            return "signature";
        }

        @Override
        public List<String> scripts() {
            return List.of("sign.js");
        }
    }

    /// A sentence to agree to.
    record Statement(boolean agreed) implements WidgetView {
        @Override
        public String template() {
            return "statement";
        }
    }

    record Option(String value, String label, boolean selected) {}
}
