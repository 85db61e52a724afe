package org.onego.bundle.suggest;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.onego.bundle.element.Text;

/// Why two fields look alike, or what to look at before believing it.
///
/// @param key of the sentence in `messages.properties`
/// @param values put into the sentence; a value that is a key itself is translated
public record Reason(String key, List<String> values) {
    public Reason {
        values = List.copyOf(values);
    }

    static Reason of(String key, String... values) {
        return new Reason(key, List.of(values));
    }

    /// The sentence for staff.
    public Text text() {
        return new Text(in(Locale.CHINESE), in(Locale.ENGLISH));
    }

    private String in(Locale locale) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "org.onego.bundle.suggest.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] words =
                values.stream()
                        .map(value -> texts.containsKey(value) ? texts.getString(value) : value)
                        .toArray();
        return texts.getString(key).formatted(words);
    }
}
