package org.onego.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.ApplicationStore.CasePage;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseQuery;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Pause;
import org.onego.casefile.correction.AskCorrection;
import org.onego.casefile.correction.CorrectionRequest;
import org.onego.casefile.deadline.Deadlines;
import org.onego.casefile.progress.PrintNotices;
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

    private static final int OPINIONS = 100;
    private static final Set<CaseState> OPEN =
            EnumSet.copyOf(Arrays.stream(CaseState.values()).filter(CaseState::isOpen).toList());

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final FileStore files;
    private final ChangeCase change;
    private final HandleCase handle;
    private final AskCorrection corrections;
    private final ViewCase view;
    private final PrintNotices notices;
    private final Deadlines deadlines;

    Desk(
            ApplicationStore store,
            BundleCatalogue catalogue,
            FileStore files,
            ChangeCase change,
            HandleCase handle,
            AskCorrection corrections,
            ViewCase view,
            PrintNotices notices,
            Deadlines deadlines) {
        this.store = store;
        this.catalogue = catalogue;
        this.files = files;
        this.change = change;
        this.handle = handle;
        this.corrections = corrections;
        this.view = view;
        this.notices = notices;
        this.deadlines = deadlines;
    }

    @Override
    public Queue queue(Clerk clerk, Queue.Filter filter) {
        Map<String, Text> items = items(clerk.department());
        CasePage page =
                store.cases(
                        new CaseQuery(
                                clerk.department(),
                                Handler.DESK,
                                states(filter),
                                claim(clerk, filter.scope()),
                                wanted(filter, items),
                                isItem(filter, items) ? null : filter.text(),
                                filter.dueBefore(),
                                filter.sort(),
                                filter.descending(),
                                filter.skip(),
                                filter.size()));
        return new Queue(
                page.cases().stream()
                        .map(located -> entry(located.application(), located.caseRecord()))
                        .toList(),
                page.total(),
                store.count(clerk.department(), Handler.DESK, OPEN),
                store.opinionsAsked(clerk.department(), clerk.id(), OPINIONS).size(),
                items);
    }

    private static Set<CaseState> states(Queue.Filter filter) {
        Set<CaseState> states =
                EnumSet.copyOf(
                        Arrays.stream(CaseState.values())
                                .filter(state ->
                                        switch (filter.scope()) {
                                            case GROUP, MINE, ALL -> state.isOpen();
                                            case WITH_CITIZEN -> state.isWithCitizen();
                                            case ENDED -> state.isEnded();
                                        })
                                .toList());
        if (filter.state() != null) {
            states.retainAll(Set.of(filter.state()));
        }
        return states;
    }

    private static CaseQuery.Claim claim(Clerk clerk, Queue.Scope scope) {
        return switch (scope) {
            case GROUP -> new CaseQuery.Claim.Nobody();
            case MINE -> new CaseQuery.Claim.Of(clerk.id());
            case ALL, WITH_CITIZEN, ENDED -> new CaseQuery.Claim.Any();
        };
    }

    /// The items that are asked for, by the list or by a word of their titles; null for all.
    private static @Nullable Set<String> wanted(Queue.Filter filter, Map<String, Text> items) {
        if (filter.item() != null) {
            return Set.of(filter.item());
        }
        return isItem(filter, items) ? matching(filter, items) : null;
    }

    private static boolean isItem(Queue.Filter filter, Map<String, Text> items) {
        return !matching(filter, items).isEmpty();
    }

    private static Set<String> matching(Queue.Filter filter, Map<String, Text> items) {
        String text = filter.text();
        return text == null
                ? Set.of()
                : items.entrySet().stream()
                        .filter(item -> item.getValue().zh().contains(text))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    private Map<String, Text> items(String department) {
        return catalogue.all().stream()
                .flatMap(bundle -> bundle.compiled().items().stream())
                .map(BundleItem::item)
                .filter(item -> item.department().id().equals(department))
                .collect(Collectors.toMap(Item::id, Item::title, (first, _) -> first));
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
    public Optional<FileContent> notice(Clerk clerk, String caseId, int event) {
        return store.find(CaseRecord.applicationOf(caseId))
                .flatMap(application ->
                        application
                                .caseOf(caseId)
                                .filter(each -> mayOpen(clerk, each))
                                .flatMap(each -> notices.open(application, each, event)));
    }

    @Override
    public Optional<DeskOutcome> correct(Clerk clerk, String caseId, CorrectionRequest request) {
        return step(
                clerk,
                caseId,
                (all, each) ->
                        switch (corrections.ask(all, each, clerk, request)) {
                            case AskCorrection.Asked.Next(Application next) ->
                                    new Decision.Next(next);
                            case AskCorrection.Asked.No(var why) ->
                                    new Decision.No(new DeskOutcome.CorrectionRefused(why));
                        });
    }

    @Override
    public Optional<DeskOutcome> stopClock(
            Clerk clerk, String caseId, Pause.Kind kind, Pause.Special special, String reason) {
        return step(
                clerk,
                caseId,
                (all, each) -> handle.stopClock(all, each, clerk, kind, special, reason));
    }

    @Override
    public Optional<DeskOutcome> goOn(Clerk clerk, String caseId, String outcome) {
        return step(clerk, caseId, (all, each) -> handle.goOn(all, each, clerk, outcome));
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
    public Optional<DeskOutcome> cancel(Clerk clerk, String caseId, String reason) {
        return step(clerk, caseId, (all, each) -> handle.cancel(all, each, clerk, reason));
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
    static boolean mayOpen(Clerk clerk, CaseRecord each) {
        return each.department().equals(clerk.department())
                && each.handler() == Handler.DESK
                && each.handedOverAt() != null;
    }
}
