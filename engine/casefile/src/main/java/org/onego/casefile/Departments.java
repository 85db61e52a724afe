package org.onego.casefile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.handover.LeaseCases;
import org.onego.casefile.handover.LeaseCases.LeasedCase;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.ChangeCase;
import org.onego.casefile.result.ChangeCase.Told;
import org.onego.casefile.result.DepartmentEvent;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.TakeCallback;
import org.onego.casefile.result.TakeCallback.Report;
import org.onego.casefile.result.ViewCase;

/// Department systems' calls, each with the department as the limit of what there is.
final class Departments implements DepartmentService {

    private final ApplicationStore store;
    private final FileStore files;
    private final LeaseCases leases;
    private final ChangeCase change;
    private final TakeCallback callbacks;
    private final ViewCase view;

    Departments(
            ApplicationStore store,
            FileStore files,
            ChangeCase change,
            TakeCallback callbacks,
            LeaseCases leases,
            ViewCase view) {
        this.store = store;
        this.files = files;
        this.leases = leases;
        this.change = change;
        this.callbacks = callbacks;
        this.view = view;
    }

    @Override
    public Optional<DeskOutcome> callback(
            String department, String caseId, DepartmentEvent event, Report report) {
        Told told =
                change.change(
                        caseId,
                        each -> mayOpen(department, each),
                        (application, each) -> callbacks.take(application, each, event, report));
        return switch (told) {
            case Told.NotThere() -> Optional.empty();
            case Told.No(DeskOutcome why) -> Optional.of(why);
            case Told.Changed() -> open(department, caseId).map(DeskOutcome.Done::new);
        };
    }

    @Override
    public List<CaseView> waiting(String department, int limit) {
        return leases.free(department, limit);
    }

    @Override
    public List<LeasedCase> claim(String department, String worker, int limit, Duration time) {
        return leases.claim(department, worker, limit, time);
    }

    @Override
    public Optional<DeskOutcome> renew(
            String department, String caseId, String token, Duration time) {
        return leases.renew(department, caseId, token, time);
    }

    @Override
    public Optional<DeskOutcome> giveBack(String department, String caseId, String token) {
        return leases.giveBack(department, caseId, token);
    }

    @Override
    public Optional<FileContent> file(String department, String caseId, String fileId) {
        return open(department, caseId)
                .flatMap(found -> found.file(fileId))
                .flatMap(file -> files.read(file.id()).map(bytes -> new FileContent(file, bytes)));
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
