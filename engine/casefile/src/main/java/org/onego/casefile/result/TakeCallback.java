package org.onego.casefile.result;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.application.Lease;
import org.onego.casefile.application.TakenCall;
import org.onego.casefile.result.HandleCase.Decision;

/// Takes what a department's own system reports, once for each key.
public final class TakeCallback {

    private final HandleCase handle;
    private final InstantSource clock;

    public TakeCallback(HandleCase handle, InstantSource clock) {
        this.handle = handle;
        this.clock = clock;
    }

    /// How a report came.
    ///
    /// @param key its idempotency key, chosen by the caller
    /// @param digest of what it says: the same key can't say something else later
    /// @param lease what the case was taken under, or null where it was pushed
    public record Report(String key, String digest, @Nullable String lease) {}

    public Decision take(
            Application application, CaseRecord record, DepartmentEvent event, Report report) {
        Optional<TakenCall> before = record.callback(report.key());
        if (before.isPresent()) {
            return before.get().digest().equals(report.digest())
                    ? new Decision.Same()
                    : new Decision.No(new DeskOutcome.KeyReused());
        }
        if (record.state().isEnded()) {
            return new Decision.No(new DeskOutcome.WrongState(record.state()));
        }
        if (record.handler() == Handler.PULL && !isHeld(record, report)) {
            return new Decision.No(new DeskOutcome.NotLeased());
        }
        Actor by = new Actor.DepartmentSystem(record.department());
        Decision decision =
                switch (event) {
                    case DepartmentEvent.Accepted() -> handle.accept(application, record, by);
                    case DepartmentEvent.Refused(String reason) ->
                            handle.refuse(application, record, by, reason);
                    case DepartmentEvent.Reviewed(String opinion) ->
                            handle.review(application, record, by, opinion);
                    case DepartmentEvent.Approved approved ->
                            decided(application, record, by, approved);
                    case DepartmentEvent.Rejected rejected ->
                            decided(application, record, by, rejected);
                    case DepartmentEvent.Delivered() -> handle.deliver(application, record, by);
                    case DepartmentEvent.Stopped(var kind, var special, String reason) ->
                            handle.stopClock(application, record, by, kind, special, reason);
                    case DepartmentEvent.WentOn(String outcome) ->
                            handle.goOn(application, record, by, outcome);
                };
        return decision instanceof Decision.Next(Application next)
                ? new Decision.Next(taken(next, application.version() + 1, record, report))
                : decision;
    }

    private boolean isHeld(CaseRecord record, Report report) {
        Lease lease = record.lease();
        return lease != null
                && lease.token().equals(report.lease())
                && !lease.isOver(clock.instant());
    }

    /// A system that decides without having said that it accepts has accepted.
    private Decision decided(
            Application application, CaseRecord record, Actor by, DepartmentEvent event) {
        if (record.state() != CaseState.HANDED_OVER) {
            return decide(application, record, by, event);
        }
        Decision accepted = handle.accept(application, record, by);
        return accepted instanceof Decision.Next(Application next)
                ? decide(next, find(next, record), by, event)
                : accepted;
    }

    private Decision decide(
            Application application, CaseRecord record, Actor by, DepartmentEvent event) {
        return switch (event) {
            case DepartmentEvent.Approved(var result) ->
                    handle.approve(application, record, by, result);
            case DepartmentEvent.Rejected(String reason) ->
                    handle.reject(application, record, by, reason);
            case DepartmentEvent.Accepted _,
                    DepartmentEvent.Refused _,
                    DepartmentEvent.Reviewed _,
                    DepartmentEvent.Delivered _,
                    DepartmentEvent.Stopped _,
                    DepartmentEvent.WentOn _ ->
                    throw new IllegalArgumentException(event + " decides nothing");
        };
    }

    /// Whoever reports about a case has got it. However many steps it took, it is one version.
    private static Application taken(
            Application next, long version, CaseRecord record, Report report) {
        return next.again(version)
                .caseOf(
                        record.item(),
                        each -> {
                            Delivery delivery = each.delivery();
                            CaseRecord known =
                                    each.withCallback(new TakenCall(report.key(), report.digest()));
                            return delivery != null && each.isToBeDelivered()
                                    ? known.withDelivery(delivery.acknowledged())
                                    : known;
                        })
                .done();
    }

    private static CaseRecord find(Application application, CaseRecord record) {
        return application.caseOf(record.id()).orElseThrow();
    }
}
