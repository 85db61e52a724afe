package org.onego.examples.department;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One line of the journal: what happened to a case in this department.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Received.class, name = "received"),
    @JsonSubTypes.Type(value = Entry.Again.class, name = "again"),
    @JsonSubTypes.Type(value = Entry.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = Entry.Told.class, name = "told")
})
sealed interface Entry {

    String receipt();

    Instant at();

    /// A case came in under an idempotency key. `planned` is the decision that somebody has ordered
    /// for it, or null.
    record Received(
            String receipt, Instant at, String key, JsonNode pushed, @Nullable Decision planned)
            implements Entry {}

    /// The same case came in again: put right by the citizen, ended, or taken once more.
    record Again(String receipt, Instant at, String key, JsonNode pushed) implements Entry {}

    record Decided(String receipt, Instant at, Decision decision, String by) implements Entry {}

    /// The product has taken the event (`accepted`, `approved`, `rejected`).
    record Told(String receipt, Instant at, String event) implements Entry {}
}
