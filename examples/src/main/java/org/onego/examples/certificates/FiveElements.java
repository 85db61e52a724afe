package org.onego.examples.certificates;

import java.util.ArrayList;
import java.util.List;
import org.onego.examples.web.Json;
import tools.jackson.databind.JsonNode;

/// The five elements (五要素) without which nobody gets a certificate: which organisation and which of
/// its people ask, for which item, in which case.
record FiveElements(
        String orgName, String username, String itemName, String itemCode, String businessCode) {

    static FiveElements in(JsonNode call) {
        return new FiveElements(
                Json.text(call, "orgName"),
                Json.text(call, "username"),
                Json.text(call, "itemName"),
                Json.text(call, "itemCode"),
                Json.text(call, "businessCode"));
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        addIfEmpty(missing, orgName, "orgName（使用单位）");
        addIfEmpty(missing, username, "username（使用人）");
        addIfEmpty(missing, itemName, "itemName（事项名称）");
        addIfEmpty(missing, itemCode, "itemCode（事项编码）");
        addIfEmpty(missing, businessCode, "businessCode（办件编号）");
        return missing;
    }

    private static void addIfEmpty(List<String> missing, String value, String name) {
        if (value.isEmpty()) {
            missing.add(name);
        }
    }
}
