package org.onego.casefile;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.CaseQuery;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.ChangeCase;
import org.onego.casefile.result.ChangeCase.Told;
import org.onego.casefile.result.DepartmentEvent;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.TakeCallback;
import org.onego.casefile.result.ViewCase;

/// Department systems' calls, each with the department as the limit of what there is.
final class Departments implements DepartmentService {

    private final ApplicationStore store;
    private final ChangeCase change;
    private final TakeCallback callbacks;
    private final ViewCase view;

    Departments(ApplicationStore store, ChangeCase change, TakeCallback callbacks, ViewCase view) {
        this.store = store;
        this.change = change;
        this.callbacks = callbacks;
        this.view = view;
    }

    @Override
    public Optional<DeskOutcome> callback(
            String department, String caseId, DepartmentEvent event, String idempotencyKey) {
        Told told =
                change.change(
                        caseId,
                        each -> mayOpen(department, each),
                        (application, each) ->
                                callbacks.take(application, each, event, idempotencyKey));
        return switch (told) {
            case Told.NotThere() -> Optional.empty();
            case Told.No(DeskOutcome why) -> Optional.of(why);
            case Told.Changed() -> open(department, caseId).map(DeskOutcome.Done::new);
        };
    }

    @Override
    public List<CaseView> pull(String department, int limit) {
        return store
                .cases(
                        CaseQuery.oldestFirst(
                                department, Handler.PULL, EnumSet.of(CaseState.HANDED_OVER), limit))
                .cases()
                .stream()
                .map(located -> view.view(located.application(), located.caseRecord(), Set.of()))
                .toList();
    }

    @Override
    public Optional<CaseView> open(String department, String caseId) {
        return store.find(CaseRecord.applicationOf(caseId))
                .flatMap(application ->
                        application
                                .caseOf(caseId)
                                .filter(each -> mayOpen(department, each))
                                .map(each -> view.view(application, each, Set.of())));
    }

    private static boolean mayOpen(String department, CaseRecord each) {
        return each.department().equals(department)
                && each.handler() != Handler.DESK
                && each.handedOverAt() != null;
    }
}
