package org.onego.casefile.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every attempt to tell a department's system of a case, kept for the operator.
public interface DeliveryLog {

    void append(Attempt attempt);

    /// The newest first.
    List<Attempt> find(Filter filter);

    /// @param id unique
    /// @param number 办件编号 of the case
    /// @param key the idempotency key
    /// @param attempt counts from 1 for each key
    /// @param failure why it failed, without personal data; null when it was acknowledged
    /// @param nextAt when it is tried again, or null
    record Attempt(
            String id,
            Instant at,
            String caseId,
            String number,
            String department,
            String endpoint,
            String key,
            int attempt,
            Duration took,
            @Nullable String failure,
            @Nullable Instant nextAt) {}

    /// @param caseId only of this case, or of all when null
    /// @param failed only what failed
    record Filter(@Nullable String caseId, boolean failed, int limit) {}
}
