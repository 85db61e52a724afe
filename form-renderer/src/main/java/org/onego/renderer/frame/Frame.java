package org.onego.renderer.frame;

import org.jspecify.annotations.Nullable;

/// What stands around a page.
///
/// @param title the host's title bar shows it; at most six Chinese characters inside a host
/// @param lang language of the page
/// @param care larger text and targets (关怀版)
/// @param nonce of this response's content security policy
/// @param clerk who is logged in at the desk, or null
/// @param provider who offers the service, or null
/// @param hotline to dial, or null
/// @param language the way to the other language, or null where there is none
public record Frame(
        String title,
        String lang,
        boolean care,
        boolean desk,
        String nonce,
        @Nullable String clerk,
        @Nullable String provider,
        @Nullable String hotline,
        @Nullable Language language) {

    /// A link to this page in another language.
    public record Language(String href, String lang, String label) {}
}
