package org.onego.bundle.element;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A text for people: Chinese, and English where there is one.
public record Text(String zh, @Nullable String en) {

    public static Text of(String zh) {
        return new Text(zh, null);
    }

    /// The text in the reader's language; Chinese where no other is there.
    public String in(Locale locale) {
        return en != null && locale.getLanguage().equals("en") ? en : zh;
    }
}
