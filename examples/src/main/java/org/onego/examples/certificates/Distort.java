package org.onego.examples.certificates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.onego.examples.data.Issued;
import org.onego.examples.data.Packages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes right rows wrong in the ways that only content can be wrong.
final class Distort {

    private static final String STRANGER = "周陌生";
    private static final String STRANGERS_ID = "130602198001010018";

    private Distort() {}

    static void expire(ObjectNode row, LocalDate today) {
        row.put(
                row.has("certno") ? "expire_date" : "certificateExpiringDate",
                today.minusDays(1).toString());
        row.put(status(row), "已过期");
    }

    static void revoke(ObjectNode row) {
        row.put(status(row), "已注销");
    }

    /// Every text becomes a list, every number a word.
    static void mistype(ObjectNode says) {
        for (String attribute : List.copyOf(says.propertyNames())) {
            JsonNode value = says.get(attribute);
            if (value.isNumber()) {
                says.put(attribute, "不详");
            } else {
                says.putArray(attribute).add(value);
            }
        }
    }

    /// Every number of eighteen characters loses the last one.
    static void shortenNumbers(ObjectNode says) {
        for (Map.Entry<String, JsonNode> attribute : List.copyOf(says.properties())) {
            String value = attribute.getValue().asString("");
            if (value.matches("[0-9]{17}[0-9Xx]")) {
                says.put(attribute.getKey(), value.substring(0, 17));
            }
        }
    }

    /// Somebody else's of the same type; where nobody else has one, the same with a stranger's name
    /// and number in it.
    static Issued foreign(Issued own, Packages packages) {
        List<Issued> others =
                packages.issued().stream()
                        .filter(other -> other.type().id().equals(own.type().id()))
                        .filter(other -> !other.holder().equals(own.holder()))
                        .toList();
        if (!others.isEmpty()) {
            return others.getFirst();
        }
        ObjectNode says = own.attributes().deepCopy();
        for (Map.Entry<String, JsonNode> attribute : own.attributes().properties()) {
            String value = attribute.getValue().asString("");
            if (value.equals(own.holder())) {
                says.put(attribute.getKey(), STRANGERS_ID);
            } else if (value.equals(own.holderName())) {
                says.put(attribute.getKey(), STRANGER);
            }
        }
        return new Issued(
                own.type(),
                own.identifier(),
                STRANGERS_ID,
                STRANGER,
                own.number(),
                own.issued(),
                own.expires(),
                own.areaCode(),
                says);
    }

    private static String status(ObjectNode row) {
        return row.has("certno")
                ? "cert_status"
                : row.has("recordStatus") ? "recordStatus" : "certificateStatus";
    }
}
