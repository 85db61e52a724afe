package org.onego.casefile.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.ApplicationStore.Located;
import org.onego.casefile.application.CaseQuery;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.Lease;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.ChangeCase;
import org.onego.casefile.result.ChangeCase.Told;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.HandleCase.Decision;
import org.onego.casefile.result.ViewCase;

/// Lets the systems of departments that poll take cases, each for a while. Two that ask at once get
/// different cases; a case whose time is over is there again for whoever asks next.
public final class LeaseCases {

    /// What the department has to do something about; what waits for the citizen is not among it.
    private static final Set<CaseState> TO_DO =
            EnumSet.of(
                    CaseState.HANDED_OVER,
                    CaseState.ACCEPTED,
                    CaseState.REVIEWED,
                    CaseState.APPROVED);

    private final ApplicationStore store;
    private final ChangeCase change;
    private final ViewCase view;
    private final Ids ids;
    private final InstantSource clock;

    public LeaseCases(
            ApplicationStore store,
            ChangeCase change,
            ViewCase view,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.change = change;
        this.view = view;
        this.ids = ids;
        this.clock = clock;
    }

    /// A case and what it was taken under.
    public record LeasedCase(CaseView view, Lease lease) {}

    /// What nobody has taken now, what has waited longest first.
    public List<CaseView> free(String department, int limit) {
        return candidates(department, limit).stream()
                .map(each -> view.view(each.application(), each.caseRecord(), Set.of()))
                .toList();
    }

    /// Takes as many as there are, up to a limit.
    public List<LeasedCase> claim(String department, String worker, int limit, Duration time) {
        List<LeasedCase> taken = new ArrayList<>();
        for (Located each : candidates(department, limit)) {
            Lease lease = new Lease(worker, ids.next(), clock.instant().plus(time));
            Told told =
                    change.change(
                            each.caseRecord().id(),
                            record -> isFree(record, department),
                            (application, record) -> with(application, record, lease));
            if (told instanceof Told.Changed) {
                store.find(each.application().id())
                        .flatMap(now -> leased(now, each.caseRecord().id(), lease.token()))
                        .ifPresent(taken::add);
            }
        }
        return taken;
    }

    /// Keeps a case for longer.
    public Optional<DeskOutcome> renew(
            String department, String caseId, String token, Duration time) {
        return held(
                department,
                caseId,
                token,
                lease -> new Lease(lease.worker(), token, clock.instant().plus(time)));
    }

    /// Gives a case back before its time is over.
    public Optional<DeskOutcome> giveBack(String department, String caseId, String token) {
        return held(
                department,
                caseId,
                token,
                lease -> new Lease(lease.worker(), token, clock.instant()));
    }

    private Optional<DeskOutcome> held(
            String department, String caseId, String token, UnaryOperator<Lease> next) {
        Told told =
                change.change(
                        caseId,
                        mayTake(department),
                        (application, record) -> {
                            Lease lease = record.lease();
                            return lease == null
                                            || !lease.token().equals(token)
                                            || lease.isOver(clock.instant())
                                    ? new Decision.No(new DeskOutcome.NotLeased())
                                    : with(application, record, next.apply(lease));
                        });
        return switch (told) {
            case Told.NotThere() -> Optional.empty();
            case Told.No(DeskOutcome why) -> Optional.of(why);
            case Told.Changed() ->
                    store.find(CaseRecord.applicationOf(caseId))
                            .flatMap(now -> now.caseOf(caseId).map(each -> done(now, each)));
        };
    }

    private DeskOutcome done(Application now, CaseRecord each) {
        return new DeskOutcome.Done(view.view(now, each, Set.of()));
    }

    private Optional<LeasedCase> leased(Application now, String caseId, String token) {
        return now.caseOf(caseId)
                .flatMap(each ->
                        Optional.ofNullable(each.lease())
                                .filter(lease -> lease.token().equals(token))
                                .map(lease ->
                                        new LeasedCase(view.view(now, each, Set.of()), lease)));
    }

    private List<Located> candidates(String department, int limit) {
        return store
                .cases(CaseQuery.oldestFirst(department, Handler.PULL, TO_DO, Integer.MAX_VALUE))
                .cases()
                .stream()
                .filter(each -> isFree(each.caseRecord(), department))
                .limit(limit)
                .toList();
    }

    private boolean isFree(CaseRecord record, String department) {
        @Nullable Lease lease = record.lease();
        return mayTake(department).test(record)
                && TO_DO.contains(record.state())
                && (lease == null || lease.isOver(clock.instant()));
    }

    private static Predicate<CaseRecord> mayTake(String department) {
        return record ->
                record.department().equals(department)
                        && record.handler() == Handler.PULL
                        && record.handedOverAt() != null;
    }

    private Decision with(Application application, CaseRecord record, Lease lease) {
        Instant now = clock.instant();
        return new Decision.Next(
                application.edit(now).caseOf(record.item(), each -> each.withLease(lease)).done());
    }
}
