package org.onego.casefile.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.deadline.CaseClock;

/// A line in a department's queue.
///
/// @param applicantName whose application it is
/// @param handedOverAt since when it waits in the department
/// @param clock how it stands against its time limits
public record QueueEntry(
        String caseId,
        String number,
        Text itemTitle,
        Text bundleTitle,
        String applicantName,
        CaseState state,
        Actor.@Nullable Clerk claimedBy,
        Instant submittedAt,
        Instant handedOverAt,
        CaseClock clock) {}
