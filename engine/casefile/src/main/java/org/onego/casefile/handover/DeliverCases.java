package org.onego.casefile.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.onego.bundle.item.Handling;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.application.Follower;
import org.onego.casefile.application.Ids;
import org.onego.casefile.handover.DeliveryLog.Attempt;
import org.onego.casefile.handover.DepartmentGateway.Receipt;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.ViewCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells departments' own systems of the cases that have been handed over to them, until each has
/// acknowledged: at least once, always under the same key.
public final class DeliverCases implements Follower {

    private static final Logger log = LoggerFactory.getLogger(DeliverCases.class);

    private final ApplicationStore store;
    private final ViewCase view;
    private final DepartmentGateway gateway;
    private final DeliveryLog attempts;
    private final Ids ids;
    private final InstantSource clock;

    public DeliverCases(
            ApplicationStore store,
            ViewCase view,
            DepartmentGateway gateway,
            DeliveryLog attempts,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.view = view;
        this.gateway = gateway;
        this.attempts = attempts;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes the deliveries of an application that are due.
    @Override
    public void follow(String applicationId) {
        store.find(applicationId).ifPresent(this::deliver);
    }

    private void deliver(Application application) {
        for (CaseRecord each : application.cases()) {
            Delivery delivery = each.delivery();
            if (delivery != null && delivery.isDue(clock.instant())) {
                deliver(application, each, delivery);
            }
        }
    }

    private void deliver(Application application, CaseRecord each, Delivery delivery) {
        CaseView shown = view.view(application, each, Set.of());
        if (!(shown.item().handling() instanceof Handling.Push(String endpoint))) {
            throw new IllegalStateException(
                    "case "
                            + each.id()
                            + " is to be delivered, but its item isn't handled by push");
        }
        Instant begun = clock.instant();
        Receipt receipt = gateway.push(endpoint, delivery.key(), shown);
        Delivery next =
                switch (receipt) {
                    case Receipt.Acknowledged() -> delivery.acknowledged();
                    case Receipt.Failed(String why) -> {
                        Delivery failed = delivery.failed(why, clock.instant());
                        log.warn(
                                "Case {}: handing over to {} failed ({}); trying again at {}",
                                each.id(),
                                endpoint,
                                why,
                                failed.nextAt());
                        yield failed;
                    }
                };
        attempts.append(
                new Attempt(
                        ids.next(),
                        begun,
                        each.id(),
                        each.number(),
                        each.department(),
                        endpoint,
                        delivery.key(),
                        next.attempts(),
                        Duration.between(begun, clock.instant()),
                        next.failure(),
                        next.nextAt()));
        record(application.id(), each.item(), delivery, next);
    }

    /// Unless somebody else has written down an attempt in the meantime, or there is something
    /// newer to tell.
    private void record(String applicationId, String item, Delivery before, Delivery next) {
        store.<Boolean>change(
                applicationId,
                current ->
                        current.cases().stream()
                                        .filter(each -> each.item().equals(item))
                                        .map(CaseRecord::delivery)
                                        .anyMatch(
                                                now -> now != null && mayBecome(now, before, next))
                                ? new Change.To<>(
                                        current.edit(clock.instant())
                                                .caseOf(item, each -> each.withDelivery(next))
                                                .done(),
                                        true)
                                : new Change.None<>(false));
    }

    private static boolean mayBecome(Delivery now, Delivery before, Delivery next) {
        return now.equals(before)
                || now.key().equals(next.key()) && next.state() == Delivery.State.ACKNOWLEDGED;
    }
}
