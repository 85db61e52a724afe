package org.onego.casefile.progress;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.PublishedBundle;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.LoggedCommand;

/// Applies the commands of a document that the process has not followed yet, in their order, and
/// writes down what the process came to.
///
/// The process may be told the same command again, when this was interrupted or two servers are at
/// it: it does it once. What it came to is written only by whoever marks the command as applied.
public final class FollowProcess {

    /// The steps of the standard item process, and the one in which an external system's process
    /// waits.
    private static final String ACCEPT = "accept";

    private static final String REVIEW = "review";
    private static final String DECIDE = "decide";
    private static final String DELIVER = "deliver";
    private static final String DEPARTMENT = "department";

    private static final Set<String> UP_TO_DECISION = Set.of(ACCEPT, REVIEW, DECIDE, DEPARTMENT);

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final ProcessPort process;
    private final InstantSource clock;

    public FollowProcess(
            ApplicationStore store,
            BundleCatalogue catalogue,
            ProcessPort process,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.process = process;
        this.clock = clock;
    }

    public void follow(String applicationId) {
        while (true) {
            Optional<Application> application = store.find(applicationId);
            Optional<LoggedCommand> command = application.flatMap(FollowProcess::next);
            if (application.isEmpty() || command.isEmpty()) {
                return;
            }
            follow(application.get(), command.get());
        }
    }

    private static Optional<LoggedCommand> next(Application application) {
        return application.log().stream().filter(logged -> !logged.applied()).findFirst();
    }

    private void follow(Application application, LoggedCommand logged) {
        PublishedBundle bundle = catalogue.of(application);
        if (logged.command() instanceof Command.Submit) {
            process.deploy(application.bundle(), bundle.process());
        }
        ProcessSnapshot snapshot =
                process.apply(
                        application.id(),
                        logged.seq(),
                        step(application, bundle, logged.command()));
        store.<Boolean>change(
                application.id(),
                current ->
                        current.log().get(logged.seq() - 1).applied()
                                ? new Change.None<>(false)
                                : new Change.To<>(
                                        Fold.fold(
                                                current,
                                                bundle,
                                                logged.seq(),
                                                snapshot,
                                                clock.instant()),
                                        true));
    }

    private static ProcessStep step(
            Application application, PublishedBundle bundle, Command command) {
        return switch (command) {
            case Command.Submit _ -> start(application, bundle);
            case Command.Accept(String item) ->
                    complete(application, item, Set.of(ACCEPT), Map.of("accepted", true));
            case Command.Review(String item) ->
                    complete(application, item, Set.of(REVIEW), Map.of());
            case Command.StopClock(String item) -> complete(application, item, Set.of(), Map.of());
            case Command.GoOn(String item) -> complete(application, item, Set.of(), Map.of());
            case Command.Warn(String item, var _) ->
                    complete(application, item, Set.of(), Map.of());
            case Command.Correct(String item) -> complete(application, item, Set.of(), Map.of());
            case Command.Corrected(String item) -> complete(application, item, Set.of(), Map.of());
            case Command.Approve(String item) ->
                    complete(
                            application,
                            item,
                            UP_TO_DECISION,
                            Map.of("accepted", true, "approved", true));
            case Command.Deliver(String item) ->
                    complete(application, item, Set.of(DELIVER), Map.of());
            case Command.End(String item) ->
                    complete(
                            application,
                            item,
                            UP_TO_DECISION,
                            Map.of("accepted", false, "approved", false));
        };
    }

    private static ProcessStep.Start start(Application application, PublishedBundle bundle) {
        Map<String, String> cases = new HashMap<>();
        application.cases().forEach(each -> cases.put(each.item(), each.id()));
        return new ProcessStep.Start(
                application.bundle(),
                bundle.compiled().items().stream().map(entry -> entry.item().id()).toList(),
                cases);
    }

    private static ProcessStep.Complete complete(
            Application application,
            String item,
            Set<String> tasks,
            Map<String, Boolean> decisions) {
        return new ProcessStep.Complete(CaseRecord.idOf(application.id(), item), tasks, decisions);
    }
}
