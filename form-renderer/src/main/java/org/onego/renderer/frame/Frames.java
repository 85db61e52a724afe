package org.onego.renderer.frame;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.renderer.frame.Frame.Language;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Makes the frame of a page from the request and the bundle that the page belongs to.
@Component
public class Frames {

    /// Session attribute: the host showed itself, or the person asked, for larger text.
    public static final String CARE = "onego.care";

    private final MessageSource messages;

    public Frames(MessageSource messages) {
        this.messages = messages;
    }

    /// A citizen's page of a bundle; the host shows its short title.
    public Frame citizen(CompiledBundle.Info info) {
        Locale locale = LocaleContextHolder.getLocale();
        return frame(
                info.shortTitle().in(locale),
                false,
                null,
                info.lead().name(),
                info.hotline(),
                otherLanguage(locale));
    }

    /// A citizen's page that belongs to no bundle.
    public Frame plain(String titleKey) {
        Locale locale = LocaleContextHolder.getLocale();
        return frame(
                messages.getMessage(titleKey, null, locale),
                false,
                null,
                null,
                null,
                otherLanguage(locale));
    }

    public Frame desk(String titleKey, @Nullable String clerk) {
        Locale locale = LocaleContextHolder.getLocale();
        return frame(messages.getMessage(titleKey, null, locale), true, clerk, null, null, null);
    }

    private Frame frame(
            String title,
            boolean desk,
            @Nullable String clerk,
            @Nullable String provider,
            @Nullable String hotline,
            @Nullable Language language) {
        return new Frame(
                title,
                LocaleContextHolder.getLocale().toLanguageTag(),
                !desk && care(),
                desk,
                nonce(),
                clerk,
                provider,
                hotline,
                language);
    }

    private static Language otherLanguage(Locale locale) {
        return locale.getLanguage().equals("en")
                ? new Language("?lang=zh", "zh", "中文")
                : new Language("?lang=en", "en", "English");
    }

    private static boolean care() {
        return RequestContextHolder.currentRequestAttributes()
                        .getAttribute(CARE, RequestAttributes.SCOPE_SESSION)
                != null;
    }

    private static String nonce() {
        return RequestContextHolder.currentRequestAttributes()
                                instanceof ServletRequestAttributes request
                        && request.getRequest().getAttribute(ContentSecurity.NONCE)
                                instanceof String nonce
                ? nonce
                : "";
    }
}
