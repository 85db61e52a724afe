package org.onego.casefile.application;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// One item of one application, in one department (办件, 子件).
///
/// @param id the application's id, a dot, the item: see [#idOf]
/// @param number 办件编号 under which the department knows it
/// @param department id of the department that handles it
/// @param handedOverAt when the department got it, or null
/// @param claimedBy the clerk who is on it, or null
/// @param results what it came to: deferred questions of other items, answered
/// @param delivery how far the department's own system has been told, or null where it has none
///   that is called
/// @param callbacks idempotency keys of the department's calls that were taken
public record CaseRecord(
        String id,
        String item,
        String number,
        String department,
        CaseState state,
        @Nullable Instant handedOverAt,
        Actor.@Nullable Clerk claimedBy,
        List<CaseEvent> events,
        Map<QuestionId, JsonNode> results,
        @Nullable Delivery delivery,
        List<String> callbacks,
        @Nullable Rating rating) {

    public CaseRecord {
        events = List.copyOf(events);
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        callbacks = List.copyOf(callbacks);
    }

    /// The id of an item's case.
    public static String idOf(String applicationId, String item) {
        return applicationId + "." + item;
    }

    /// The application that a case belongs to; the whole text when it is not a case's id.
    public static String applicationOf(String caseId) {
        int dot = caseId.indexOf('.');
        return dot < 0 ? caseId : caseId.substring(0, dot);
    }
}
