package org.onego.bundle.merge;

import java.util.List;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.Widget;
import tools.jackson.databind.JsonNode;

/// How a field of an item's own is asked: it follows from its schema.
final class Widgets {

    /// More choices than this don't fit a phone's screen one below the other.
    private static final int FEW = 6;

    private Widgets() {}

    static Widget of(JsonNode schema, List<Code> codes) {
        String type = schema.path("type").asString("");
        if (!codes.isEmpty()) {
            return type.equals("array")
                    ? Widget.CHECKBOX_GROUP
                    : codes.size() <= FEW ? Widget.RADIO : Widget.SELECT;
        }
        return switch (type) {
            case "boolean" -> Widget.YES_NO;
            case "integer", "number" -> Widget.NUMBER;
            default ->
                    switch (schema.path("format").asString("")) {
                        case "date", "past-date" -> Widget.DATE;
                        case "local-date-time", "past-date-time" -> Widget.DATE_TIME;
                        case "cn-id-number" -> Widget.ID_NUMBER;
                        case "cn-mobile" -> Widget.MOBILE;
                        case "cn-region" -> Widget.REGION;
                        case "cn-bank-card" -> Widget.BANK_ACCOUNT;
                        default -> Widget.TEXT;
                    };
        };
    }
}
