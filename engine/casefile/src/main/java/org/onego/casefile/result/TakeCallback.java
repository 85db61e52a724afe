package org.onego.casefile.result;

import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.result.HandleCase.Decision;

/// Takes what a department's own system reports, once for each key.
public final class TakeCallback {

    private final HandleCase handle;

    public TakeCallback(HandleCase handle) {
        this.handle = handle;
    }

    public Decision take(
            Application application, CaseRecord record, DepartmentEvent event, String key) {
        if (record.callbacks().contains(key)) {
            return new Decision.Same();
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
                };
        return decision instanceof Decision.Next(Application next)
                ? new Decision.Next(taken(next, application.version() + 1, record, key))
                : decision;
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
                    DepartmentEvent.Delivered _ ->
                    throw new IllegalArgumentException(event + " decides nothing");
        };
    }

    /// Whoever reports about a case has got it. However many steps it took, it is one version.
    private static Application taken(
            Application next, long version, CaseRecord record, String key) {
        return next.again(version)
                .caseOf(
                        record.item(),
                        each -> {
                            Delivery delivery = each.delivery();
                            CaseRecord known = each.withCallback(key);
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
