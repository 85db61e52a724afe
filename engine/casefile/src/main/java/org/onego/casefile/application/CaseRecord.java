package org.onego.casefile.application;

import java.time.Instant;
import java.util.ArrayList;
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
/// @param handler who works on it in the department
/// @param handedOverAt when the department got it, or null
/// @param ledger what its time limit must remember
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
        Handler handler,
        CaseState state,
        @Nullable Instant handedOverAt,
        Ledger ledger,
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

    /// Who works on a case in its department: clerks at our desk, or a system that is told of it or
    /// asks for it.
    public enum Handler {
        DESK,
        PUSH,
        PULL
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

    /// A case that waits to be handed over.
    public static CaseRecord waiting(
            String applicationId,
            String item,
            String number,
            String department,
            Handler handler,
            Instant at) {
        return new CaseRecord(
                idOf(applicationId, item),
                item,
                number,
                department,
                handler,
                CaseState.WAITING,
                null,
                Ledger.empty(),
                null,
                List.of(new CaseEvent(at, new Actor.Citizen(), CaseState.WAITING, null)),
                Map.of(),
                null,
                List.of(),
                null);
    }

    /// The department's own system has not acknowledged it yet.
    public boolean isToBeDelivered() {
        return delivery != null && delivery.state() == Delivery.State.PENDING;
    }

    /// The case in its next state, with a line in its timeline.
    public CaseRecord became(CaseState next, Instant at, Actor by, @Nullable String reason) {
        List<CaseEvent> timeline = new ArrayList<>(events);
        timeline.add(new CaseEvent(at, by, next, reason));
        return new CaseRecord(
                id,
                item,
                number,
                department,
                handler,
                next,
                next == CaseState.HANDED_OVER && handedOverAt == null ? at : handedOverAt,
                ledger.became(next, at, by, reason),
                claimedBy,
                timeline,
                results,
                delivery,
                callbacks,
                rating);
    }

    public CaseRecord withLedger(Ledger next) {
        return new CaseRecord(
                id,
                item,
                number,
                department,
                handler,
                state,
                handedOverAt,
                next,
                claimedBy,
                events,
                results,
                delivery,
                callbacks,
                rating);
    }

    public CaseRecord withClaim(Actor.@Nullable Clerk clerk) {
        return new CaseRecord(
                id,
                item,
                number,
                department,
                handler,
                state,
                handedOverAt,
                ledger,
                clerk,
                events,
                results,
                delivery,
                callbacks,
                rating);
    }

    public CaseRecord withResults(Map<QuestionId, JsonNode> values) {
        return new CaseRecord(
                id,
                item,
                number,
                department,
                handler,
                state,
                handedOverAt,
                ledger,
                claimedBy,
                events,
                values,
                delivery,
                callbacks,
                rating);
    }

    public CaseRecord withDelivery(Delivery next) {
        return new CaseRecord(
                id,
                item,
                number,
                department,
                handler,
                state,
                handedOverAt,
                ledger,
                claimedBy,
                events,
                results,
                next,
                callbacks,
                rating);
    }

    public CaseRecord withCallback(String key) {
        List<String> keys = new ArrayList<>(callbacks);
        keys.add(key);
        return new CaseRecord(
                id,
                item,
                number,
                department,
                handler,
                state,
                handedOverAt,
                ledger,
                claimedBy,
                events,
                results,
                delivery,
                keys,
                rating);
    }

    public CaseRecord withRating(Rating given) {
        return new CaseRecord(
                id,
                item,
                number,
                department,
                handler,
                state,
                handedOverAt,
                ledger,
                claimedBy,
                events,
                results,
                delivery,
                callbacks,
                given);
    }

    /// Says which case, and nothing personal: this may end up in a log.
    @Override
    public String toString() {
        return "Case " + id + " " + state;
    }
}
