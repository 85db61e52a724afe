package org.onego.bundle.schema.intersect;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// References as RFC 3986 resolves them, for texts that need not be URIs at all.
final class Uris {

    private static final String META_2020 = "https://json-schema.org/draft/2020-12/";
    private static final String META_07 = "http://json-schema.org/draft-07/schema";

    private Uris() {}

    static String withoutFragment(String uri) {
        int hash = uri.indexOf('#');
        return hash < 0 ? uri : uri.substring(0, hash);
    }

    /// What stands behind `#`, decoded; empty when nothing does.
    static String fragment(String uri) {
        int hash = uri.indexOf('#');
        if (hash < 0) {
            return "";
        }
        String fragment = uri.substring(hash + 1);
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return fragment;
        }
    }

    /// The reference made absolute; unchanged where either of the two is no URI.
    static String resolve(String base, String reference) {
        if (reference.isEmpty() || reference.startsWith("#")) {
            return withoutFragment(base) + reference;
        }
        try {
            return new URI(base).resolve(new URI(reference)).toString();
        } catch (URISyntaxException _) {
            return reference;
        }
    }

    /// A schema of the standard itself, which every validator has at hand.
    static boolean isMetaSchema(String uri) {
        return uri.startsWith(META_2020) || uri.equals(META_07);
    }
}
