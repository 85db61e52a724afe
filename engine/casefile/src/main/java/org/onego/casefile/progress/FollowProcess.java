package org.onego.casefile.progress;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.plan.ProcessVariables;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.LoggedCommand;
import org.onego.casefile.application.Selections;

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

    /// Where a case waits for its citizen.
    private static final Set<String> CORRECTIONS =
            UP_TO_DECISION.stream()
                    .map(ProcessVariables::correctionOf)
                    .collect(Collectors.toUnmodifiableSet());

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
            case Command.Correct(String item) -> {
                boolean waits = bundle.process().corrects(item);
                yield complete(
                        application,
                        item,
                        waits ? UP_TO_DECISION : Set.of(),
                        waits ? Map.of(ProcessVariables.CORRECTION, true) : Map.of());
            }
            case Command.Corrected(String item) ->
                    complete(
                            application,
                            item,
                            CORRECTIONS,
                            Map.of(ProcessVariables.CORRECTION, false));
            case Command.Approve(String item) ->
                    complete(
                            application,
                            item,
                            UP_TO_DECISION,
                            Map.of("accepted", true, "approved", true));
            case Command.Deliver(String item) ->
                    complete(application, item, Set.of(DELIVER), Map.of());
            case Command.End(String item) -> end(application, item, Map.of());
            case Command.Leave(String item) ->
                    end(application, item, Map.of(ProcessVariables.left(item), true));
            case Command.Timer(String _, String execution, String _) ->
                    new ProcessStep.Fire(execution);
            case Command.Stop() -> new ProcessStep.Stop();
        };
    }

    private static ProcessStep.Start start(Application application, PublishedBundle bundle) {
        Map<String, String> cases = new HashMap<>();
        application.cases().forEach(each -> cases.put(each.item(), each.id()));
        Set<Need> lifted =
                Selections.of(bundle, application).map(Selection::lifted).orElse(Set.of());
        Map<String, Boolean> needs = new HashMap<>();
        bundle.compiled().needs().stream()
                .filter(Need::isConditional)
                .forEach(need ->
                        needs.put(
                                ProcessVariables.needs(need.item(), need.needs()),
                                !lifted.contains(need)));
        return new ProcessStep.Start(
                application.bundle(),
                bundle.compiled().items().stream().map(entry -> entry.item().id()).toList(),
                cases,
                needs);
    }

    /// Wherever the item stands, also while it waits for a correction.
    private static ProcessStep.Complete end(
            Application application, String item, Map<String, Boolean> combined) {
        Set<String> all = new HashSet<>(UP_TO_DECISION);
        all.addAll(CORRECTIONS);
        return new ProcessStep.Complete(
                CaseRecord.idOf(application.id(), item),
                all,
                Map.of("accepted", false, "approved", false, ProcessVariables.CORRECTION, false),
                combined);
    }

    private static ProcessStep.Complete complete(
            Application application,
            String item,
            Set<String> tasks,
            Map<String, Boolean> decisions) {
        return new ProcessStep.Complete(CaseRecord.idOf(application.id(), item), tasks, decisions);
    }
}
