package org.onego.casefile.application;

import java.time.Instant;

/// The process has reached a case: its department gets it.
public final class HandOver {

    private static final Actor ENGINE = new Actor.Engine();

    private HandOver() {}

    public static CaseRecord toDepartment(CaseRecord waiting, Instant now) {
        CaseRecord next = waiting.became(CaseState.HANDED_OVER, now, ENGINE, null);
        return next.handler() == CaseRecord.Handler.PUSH
                ? next.withDelivery(Delivery.due(next.id(), now))
                : next;
    }
}
