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
        Map<String, Integer> kind = request.resourceType().equals("document") ? documents : assets;
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
