package org.onego.casefile.progress;

import java.time.InstantSource;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.MergedForm;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.application.KnownAnswers;
import org.onego.casefile.application.Selections;
import org.onego.casefile.progress.DepartmentGateway.Parcel;
import org.onego.casefile.progress.DepartmentGateway.Receipt;
import org.onego.casefile.provenance.FindOrigins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tells departments' own systems of the cases that have been handed over to them, until each has
/// acknowledged: at least once, always under the same key.
public final class DeliverCases {

    private static final Logger log = LoggerFactory.getLogger(DeliverCases.class);

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final DepartmentGateway gateway;
    private final InstantSource clock;

    public DeliverCases(
            ApplicationStore store,
            BundleCatalogue catalogue,
            DepartmentGateway gateway,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.gateway = gateway;
        this.clock = clock;
    }

    /// Makes the deliveries of an application that are due.
    public void deliver(String applicationId) {
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
        PublishedBundle bundle = catalogue.of(application);
        Item item = bundle.compiled().item(each.item());
        if (!(item.handling() instanceof Handling.Push(String endpoint))) {
            throw new IllegalStateException(
                    "case "
                            + each.id()
                            + " is to be delivered, but its item isn't handled by push");
        }
        Receipt receipt =
                gateway.push(endpoint, delivery.key(), parcel(application, bundle, item, each));
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
        record(application.id(), each.item(), delivery, next);
    }

    /// Unless somebody else has written down an attempt in the meantime.
    private void record(String applicationId, String item, Delivery before, Delivery next) {
        store.<Boolean>change(
                applicationId,
                current -> {
                    boolean same =
                            current.cases().stream()
                                    .anyMatch(each ->
                                            each.item().equals(item)
                                                    && before.equals(each.delivery()));
                    boolean better = next.state() == Delivery.State.ACKNOWLEDGED;
                    return same || better
                            ? new Change.To<>(
                                    current.edit(clock.instant())
                                            .caseOf(item, each -> each.withDelivery(next))
                                            .done(),
                                    true)
                            : new Change.None<>(false);
                });
    }

    private static Parcel parcel(
            Application application, PublishedBundle bundle, Item item, CaseRecord each) {
        MergedForm form = Selections.formOf(bundle, application);
        Application.Submission submission = application.submission();
        if (submission == null) {
            throw new IllegalStateException(application + " has a case but was not submitted");
        }
        ObjectNode document = bundle.project(form, item.id(), KnownAnswers.of(application, form));
        return new Parcel(
                each.id(),
                each.number(),
                application.id(),
                item.id(),
                item.title(),
                item.code(),
                application.bundle(),
                bundle.compiled().info().title(),
                application.owner(),
                submission.at(),
                document,
                FindOrigins.of(bundle.compiled(), form, application, item.id(), document));
    }
}
