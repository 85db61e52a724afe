package org.onego.bundle.merge;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Form;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// How many rows a group of an item's form may have.
///
/// @param usual how many are asked for until somebody says otherwise
record RowLimits(int usual, int least, int most) {

    /// More rows than any form on a phone.
    private static final int LIMIT = 50;

    static RowLimits of(Form form, JsonPointer group) {
        JsonNode parent = form.schema().source();
        for (JsonPointer rest = group.head(); !rest.matches(); rest = rest.tail()) {
            parent = parent.path("properties").path(rest.getMatchingProperty());
        }
        String name = group.last().getMatchingProperty();
        JsonNode rows = parent.path("properties").path(name);
        boolean required =
                parent.path("required")
                        .valueStream()
                        .anyMatch(each -> each.asString("").equals(name));
        int minimum = rows.path("minItems").asInt(0);
        return new RowLimits(
                Math.max(minimum, required ? 1 : 0),
                required ? Math.max(minimum, 1) : 0,
                Math.min(rows.path("maxItems").asInt(LIMIT), LIMIT));
    }

    RepeatedSubject as(String subject, @Nullable Integer said) {
        return RepeatedSubject.of(subject, said, usual, least, most);
    }
}
