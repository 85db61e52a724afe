package org.onego.server.way;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.HashMap;
import java.util.Map;

/// Weighs what a phone loads: every page's document and every asset, compressed as they came over
/// the wire, without headers.
final class PageWeight {

    private final Map<String, Integer> documents = new HashMap<>();
    private final Map<String, Integer> assets = new HashMap<>();

    static PageWeight of(Page page) {
        PageWeight weight = new PageWeight();
        page.onRequestFinished(weight::add);
        return weight;
    }

    private void add(Request request) {
        switch (request.resourceType()) {
            case "document" -> add(documents, request);
            case "script", "stylesheet" -> add(assets, request);
            default -> {
                // What the page's script asks for while somebody is at it, and their own pictures.
            }
        }
    }

    private static void add(Map<String, Integer> kind, Request request) {
        kind.merge(request.url(), request.sizes().responseBodySize, Math::max);
    }

    /// Bytes of the heaviest page with everything that it needs, for somebody who has nothing of it
    /// yet.
    int heaviestCold() {
        return documents.values().stream().mapToInt(Integer::intValue).max().orElse(0)
                + assets.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Bytes of the heaviest page for somebody who has the assets already.
    int heaviestWarm() {
        return documents.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
