package org.onego.renderer.frame;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// A page that says one thing: what happened, and what to do next.
///
/// @param href where `action` leads, or null
public record MessageView(String title, String text, @Nullable String href, String action) {

    /// The texts `message.<key>.title` and `message.<key>.text`.
    public static MessageView of(
            MessageSource messages, String key, @Nullable String href, Locale locale) {
        return new MessageView(
                messages.getMessage("message." + key + ".title", null, locale),
                messages.getMessage("message." + key + ".text", null, locale),
                href,
                messages.getMessage("message.home", null, locale));
    }
}
