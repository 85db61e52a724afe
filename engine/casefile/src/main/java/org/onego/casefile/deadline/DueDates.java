package org.onego.casefile.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseQuery;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;

/// A store that writes beside each case by when its department has to act, so that queues can be
/// sorted where they are stored. What is shown is computed anew from the ledger each time; this is
/// only the order.
public final class DueDates implements ApplicationStore {

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final Deadlines deadlines;

    public DueDates(ApplicationStore store, BundleCatalogue catalogue, Deadlines deadlines) {
        this.store = store;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
    }

    @Override
    public boolean replace(Application next) {
        return store.replace(next.submission() == null ? next : withDueDates(next));
    }

    private Application withDueDates(Application next) {
        CompiledBundle bundle = catalogue.of(next).compiled();
        ApplicationEdit edit = next.again(next.version());
        for (CaseRecord each : next.cases()) {
            @Nullable LocalDate due = due(each, bundle);
            edit.caseOf(each.item(), record -> record.withDue(due));
        }
        return edit.done();
    }

    private @Nullable LocalDate due(CaseRecord record, CompiledBundle bundle) {
        if (!record.state().isOpen() || record.state() == CaseState.APPROVED) {
            return null;
        }
        CaseClock clock = deadlines.of(record, bundle.item(record.item()).deadline());
        return clock.acceptBy() != null ? clock.acceptBy() : clock.due();
    }

    @Override
    public Optional<Application> find(String id) {
        return store.find(id);
    }

    @Override
    public boolean insertDraft(Application draft) {
        return store.insertDraft(draft);
    }

    @Override
    public Optional<Application> openDraft(String idNo, String bundleId) {
        return store.openDraft(idNo, bundleId);
    }

    @Override
    public List<Application> ofOwner(String idNo) {
        return store.ofOwner(idNo);
    }

    @Override
    public Optional<Application> ofAuthorisation(String authorisationId) {
        return store.ofAuthorisation(authorisationId);
    }

    @Override
    public List<Application> ofDecider(String idNo) {
        return store.ofDecider(idNo);
    }

    @Override
    public List<Application> disputing(Collection<String> certificateTypes, int limit) {
        return store.disputing(certificateTypes, limit);
    }

    @Override
    public CasePage cases(CaseQuery query) {
        return store.cases(query);
    }

    @Override
    public List<Located> opinionsAsked(String department, String clerk, int limit) {
        return store.opinionsAsked(department, clerk, limit);
    }

    @Override
    public Map<CaseState, Long> count(
            String department, Handler handler, Collection<CaseState> states) {
        return store.count(department, handler, states);
    }

    @Override
    public List<String> withCases(Collection<CaseState> states, String after, int limit) {
        return store.withCases(states, after, limit);
    }

    @Override
    public List<String> unfinished(Instant stale, Instant now, int limit) {
        return store.unfinished(stale, now, limit);
    }
}
