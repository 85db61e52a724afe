package org.onego.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.deadline.Deadlines;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.ChangeCase;
import org.onego.casefile.result.ChangeCase.Told;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.HandleCase;
import org.onego.casefile.result.HandleCase.Decision;
import org.onego.casefile.result.Queue;
import org.onego.casefile.result.QueueEntry;
import org.onego.casefile.result.StepsOf;
import org.onego.casefile.result.ViewCase;
import tools.jackson.databind.JsonNode;

/// Clerks' calls, each with the clerk's department as the limit of what there is.
final class Desk implements DeskService {

    private static final Set<CaseState> OPEN =
            EnumSet.copyOf(Arrays.stream(CaseState.values()).filter(CaseState::isOpen).toList());

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final FileStore files;
    private final ChangeCase change;
    private final HandleCase handle;
    private final ViewCase view;
    private final Deadlines deadlines;

    Desk(
            ApplicationStore store,
            BundleCatalogue catalogue,
            FileStore files,
            ChangeCase change,
            HandleCase handle,
            ViewCase view,
            Deadlines deadlines) {
        this.store = store;
        this.catalogue = catalogue;
        this.files = files;
        this.change = change;
        this.handle = handle;
        this.view = view;
        this.deadlines = deadlines;
    }

    @Override
    public Queue queue(Clerk clerk, Queue.Filter filter) {
        CaseState only = filter.state();
        Set<CaseState> states = EnumSet.copyOf(OPEN);
        if (only != null) {
            states.retainAll(Set.of(only));
        }
        return new Queue(
                store
                        .cases(
                                clerk.department(),
                                Handler.DESK,
                                states,
                                filter.newestFirst(),
                                filter.skip(),
                                filter.size())
                        .stream()
                        .map(located -> entry(located.application(), located.caseRecord()))
                        .toList(),
                store.count(clerk.department(), Handler.DESK, OPEN));
    }

    private QueueEntry entry(Application application, CaseRecord each) {
        PublishedBundle bundle = catalogue.of(application);
        Instant submittedAt =
                application.submission() == null
                        ? application.createdAt()
                        : application.submission().at();
        return new QueueEntry(
                each.id(),
                each.number(),
                bundle.compiled().item(each.item()).title(),
                bundle.compiled().info().title(),
                application.owner().name(),
                each.state(),
                each.claimedBy(),
                submittedAt,
                each.handedOverAt() == null ? submittedAt : each.handedOverAt(),
                deadlines.of(each, bundle.compiled().item(each.item()).deadline()));
    }

    @Override
    public Optional<CaseView> open(Clerk clerk, String caseId) {
        return store.find(CaseRecord.applicationOf(caseId))
                .flatMap(application ->
                        application
                                .caseOf(caseId)
                                .filter(each -> mayOpen(clerk, each))
                                .map(each ->
                                        view.view(application, each, StepsOf.of(each, clerk))));
    }

    @Override
    public Optional<FileContent> file(Clerk clerk, String caseId, String fileId) {
        return open(clerk, caseId)
                .flatMap(found -> found.file(fileId))
                .flatMap(file -> files.read(file.id()).map(bytes -> new FileContent(file, bytes)));
    }

    @Override
    public Optional<DeskOutcome> claim(Clerk clerk, String caseId) {
        return change(clerk, caseId, (application, each) -> handle.claim(application, each, clerk));
    }

    @Override
    public Optional<DeskOutcome> release(Clerk clerk, String caseId) {
        return change(
                clerk, caseId, (application, each) -> handle.release(application, each, clerk));
    }

    @Override
    public Optional<DeskOutcome> accept(Clerk clerk, String caseId) {
        return step(clerk, caseId, (all, each) -> handle.accept(all, each, clerk));
    }

    @Override
    public Optional<DeskOutcome> refuse(Clerk clerk, String caseId, String reason) {
        return step(clerk, caseId, (all, each) -> handle.refuse(all, each, clerk, reason));
    }

    @Override
    public Optional<DeskOutcome> review(Clerk clerk, String caseId, String opinion) {
        return step(clerk, caseId, (all, each) -> handle.review(all, each, clerk, opinion));
    }

    @Override
    public Optional<DeskOutcome> approve(
            Clerk clerk, String caseId, Map<QuestionId, JsonNode> result) {
        return step(clerk, caseId, (all, each) -> handle.approve(all, each, clerk, result));
    }

    @Override
    public Optional<DeskOutcome> reject(Clerk clerk, String caseId, String reason) {
        return step(clerk, caseId, (all, each) -> handle.reject(all, each, clerk, reason));
    }

    @Override
    public Optional<DeskOutcome> deliver(Clerk clerk, String caseId) {
        return step(clerk, caseId, (all, each) -> handle.deliver(all, each, clerk));
    }

    private Optional<DeskOutcome> step(
            Clerk clerk, String caseId, BiFunction<Application, CaseRecord, Decision> step) {
        return change(
                clerk,
                caseId,
                (application, each) ->
                        handle.asClerk(application, each, clerk, all -> step.apply(all, each)));
    }

    /// Once it has changed, the case is read again: the process has followed by then.
    private Optional<DeskOutcome> change(
            Clerk clerk, String caseId, BiFunction<Application, CaseRecord, Decision> decide) {
        return switch (change.change(caseId, each -> mayOpen(clerk, each), decide)) {
            case Told.NotThere() -> Optional.empty();
            case Told.No(DeskOutcome why) -> Optional.of(why);
            case Told.Changed() -> open(clerk, caseId).map(DeskOutcome.Done::new);
        };
    }

    /// What waits for another item has not been handed over to anybody.
    private static boolean mayOpen(Clerk clerk, CaseRecord each) {
        return each.department().equals(clerk.department())
                && each.handler() == Handler.DESK
                && each.handedOverAt() != null;
    }
}
