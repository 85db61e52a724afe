package org.onego.examples.department;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.examples.web.Json;
import tools.jackson.databind.JsonNode;

/// What the department knows of one case.
///
/// @param told the events that the product has taken
record CaseFile(
        String receipt,
        Instant receivedAt,
        JsonNode pushed,
        @Nullable Decision planned,
        Entry.@Nullable Decided decided,
        Set<String> told) {

    static final String ACCEPTED = "accepted";
    static final String DELIVERED = "delivered";

    CaseFile {
        told = Set.copyOf(told);
    }

    static CaseFile of(Entry.Received received) {
        return new CaseFile(
                received.receipt(),
                received.at(),
                received.pushed(),
                received.planned(),
                null,
                Set.of());
    }

    String caseId() {
        return Json.text(pushed, "caseId");
    }

    CaseFile with(Entry.Again again) {
        return new CaseFile(receipt, receivedAt, again.pushed(), planned, decided, told);
    }

    /// It ended without the department: withdrawn by the citizen, or by the office.
    boolean isOver() {
        return List.of("WITHDRAWN", "CANCELLED").contains(Json.text(pushed, "state"));
    }

    CaseFile with(Entry.Decided decision) {
        return new CaseFile(receipt, receivedAt, pushed, planned, decision, told);
    }

    CaseFile with(Entry.Told event) {
        Set<String> all = new LinkedHashSet<>(told);
        all.add(event.event());
        return new CaseFile(receipt, receivedAt, pushed, planned, decided, all);
    }

    boolean isFinished() {
        return isOver()
                || decided != null
                        && told.contains(
                                switch (decided.decision().outcome()) {
                                    case approved -> DELIVERED;
                                    case rejected -> Decision.Outcome.rejected.name();
                                });
    }
}
