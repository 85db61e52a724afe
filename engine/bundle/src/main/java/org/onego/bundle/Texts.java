package org.onego.bundle;

import java.util.Locale;
import java.util.ResourceBundle;

/// What reports say, in the reader's language.
///
/// @param locale of the texts that the package itself brings
record Texts(Locale locale, ResourceBundle texts) {

    static Texts in(Locale locale) {
        return new Texts(
                locale,
                ResourceBundle.getBundle(
                        "org.onego.bundle.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String say(String key, Object... values) {
        return texts.getString(key).formatted(values);
    }
}
