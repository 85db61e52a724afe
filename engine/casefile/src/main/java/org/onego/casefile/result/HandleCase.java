package org.onego.casefile.result;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.DeskEntry;
import org.onego.casefile.application.PassBy;
import org.onego.casefile.application.Pause;
import org.onego.casefile.application.Selections;
import org.onego.casefile.result.CaseView.Step;
import tools.jackson.databind.JsonNode;

/// The steps of a case, as decisions about the application's document. Whoever calls has made sure
/// that the actor may.
public final class HandleCase {

    private final BundleCatalogue catalogue;
    private final CheckResult check;
    private final InstantSource clock;

    public HandleCase(
            BundleCatalogue catalogue,
            Function<JsonNode, CompiledSchema> schemas,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.check = new CheckResult(schemas);
        this.clock = clock;
    }

    /// What a step comes to: the next version, or why there is none.
    public sealed interface Decision {

        record Next(Application application) implements Decision {}

        record No(DeskOutcome why) implements Decision {}

        /// It is so already.
        record Same() implements Decision {}
    }

    /// Who acts on a case that nobody has claimed claims it; on one that another clerk has claimed,
    /// no clerk acts.
    public Decision asClerk(
            Application application,
            CaseRecord record,
            Actor.Clerk clerk,
            Function<Application, Decision> step) {
        Actor.Clerk claimed = record.claimedBy();
        if (claimed != null) {
            return claimed.id().equals(clerk.id())
                    ? step.apply(application)
                    : new Decision.No(new DeskOutcome.ClaimedBy(claimed));
        }
        Decision decision = step.apply(application);
        return decision instanceof Decision.Next(Application next)
                ? new Decision.Next(claimed(next, record, clerk))
                : decision;
    }

    public Decision claim(Application application, CaseRecord record, Actor.Clerk clerk) {
        if (!record.state().isOpen()) {
            return new Decision.No(new DeskOutcome.WrongState(record.state()));
        }
        Actor.Clerk claimed = record.claimedBy();
        if (claimed != null) {
            return claimed.id().equals(clerk.id())
                    ? new Decision.Same()
                    : new Decision.No(new DeskOutcome.ClaimedBy(claimed));
        }
        Application next = application.edit(clock.instant()).done();
        return new Decision.Next(claimed(next, record, clerk));
    }

    public Decision release(Application application, CaseRecord record, Actor.Clerk clerk) {
        Actor.Clerk claimed = record.claimedBy();
        if (claimed == null) {
            return new Decision.Same();
        }
        Instant now = clock.instant();
        return claimed.id().equals(clerk.id())
                ? new Decision.Next(
                        application
                                .edit(now)
                                .caseOf(
                                        record.item(),
                                        each ->
                                                each.withClaim(null)
                                                        .withDeskEntry(
                                                                new DeskEntry(
                                                                        now,
                                                                        DeskEntry.Kind.RELEASED,
                                                                        clerk,
                                                                        null,
                                                                        null)))
                                .done())
                : new Decision.No(new DeskOutcome.ClaimedBy(claimed));
    }

    /// The same version: the claim is stored together with what the clerk did.
    private static Application claimed(Application next, CaseRecord record, Actor.Clerk clerk) {
        DeskEntry entry =
                new DeskEntry(next.changedAt(), DeskEntry.Kind.CLAIMED, clerk, clerk, null);
        return next.again(next.version())
                .caseOf(record.item(), each -> each.withClaim(clerk).withDeskEntry(entry))
                .done();
    }

    public Decision accept(Application application, CaseRecord record, Actor by) {
        return step(
                application,
                record,
                Step.ACCEPT,
                CaseState.ACCEPTED,
                by,
                now ->
                        application
                                .edit(now)
                                .caseOf(
                                        record.item(),
                                        each -> each.became(CaseState.ACCEPTED, now, by, null))
                                .command(new Command.Accept(record.item()), by));
    }

    public Decision review(Application application, CaseRecord record, Actor by, String opinion) {
        return step(
                application,
                record,
                Step.REVIEW,
                CaseState.REVIEWED,
                by,
                now ->
                        application
                                .edit(now)
                                .caseOf(
                                        record.item(),
                                        each -> each.became(CaseState.REVIEWED, now, by, opinion))
                                .command(new Command.Review(record.item()), by));
    }

    /// Begins a special procedure (特别程序); where the clock stands still already, it is too late.
    public Decision stopClock(
            Application application,
            CaseRecord record,
            Actor by,
            Pause.Kind kind,
            Pause.Special special,
            String reason) {
        if (reason.isBlank()) {
            return new Decision.No(new DeskOutcome.ReasonMissing());
        }
        boolean runs = record.state() == CaseState.ACCEPTED || record.state() == CaseState.REVIEWED;
        if (!runs || record.ledger().paused() != null) {
            return new Decision.No(new DeskOutcome.WrongState(record.state()));
        }
        Instant now = clock.instant();
        Pause pause = Pause.special(kind, reason.strip(), special, by, now);
        return new Decision.Next(
                application
                        .edit(now)
                        .caseOf(
                                record.item(),
                                each -> each.withLedger(each.ledger().stopped(pause)))
                        .command(new Command.StopClock(record.item()), by)
                        .done());
    }

    /// Ends the special procedure; a correction ends when the citizen has made it.
    public Decision goOn(Application application, CaseRecord record, Actor by, String outcome) {
        Pause paused = record.ledger().paused();
        if (paused == null || paused.kind() == Pause.Kind.CORRECTION) {
            return new Decision.No(new DeskOutcome.WrongState(record.state()));
        }
        Instant now = clock.instant();
        return new Decision.Next(
                application
                        .edit(now)
                        .caseOf(
                                record.item(),
                                each -> each.withLedger(each.ledger().resumed(now, by, outcome)))
                        .command(new Command.GoOn(record.item()), by)
                        .done());
    }

    public Decision deliver(Application application, CaseRecord record, Actor by) {
        return step(
                application,
                record,
                Step.DELIVER,
                CaseState.DELIVERED,
                by,
                now ->
                        application
                                .edit(now)
                                .caseOf(
                                        record.item(),
                                        each -> each.became(CaseState.DELIVERED, now, by, null))
                                .command(new Command.Deliver(record.item()), by));
    }

    public Decision refuse(Application application, CaseRecord record, Actor by, String reason) {
        return end(application, record, Step.REFUSE, CaseState.NOT_ACCEPTED, by, reason);
    }

    public Decision reject(Application application, CaseRecord record, Actor by, String reason) {
        return end(application, record, Step.REJECT, CaseState.REJECTED, by, reason);
    }

    public Decision approve(
            Application application,
            CaseRecord record,
            Actor by,
            Map<QuestionId, JsonNode> result) {
        if (!StepsOf.allows(record.state(), Step.APPROVE)) {
            return notNow(record, CaseState.APPROVED, by);
        }
        PublishedBundle bundle = catalogue.of(application);
        Item item = bundle.compiled().item(record.item());
        List<ResultError> errors =
                check.check(
                        bundle, Selections.formOf(bundle, application), application, item, result);
        if (!errors.isEmpty()) {
            return new Decision.No(new DeskOutcome.WrongResult(errors));
        }
        return step(
                application,
                record,
                Step.APPROVE,
                CaseState.APPROVED,
                by,
                now ->
                        application
                                .edit(now)
                                .caseOf(
                                        record.item(),
                                        each ->
                                                each.withResults(result)
                                                        .became(CaseState.APPROVED, now, by, null))
                                .command(new Command.Approve(record.item()), by));
    }

    /// The office ends a case that nobody can finish (异常终止); items that need it are passed by.
    public Decision cancel(Application application, CaseRecord record, Actor by, String reason) {
        if (reason.isBlank()) {
            return new Decision.No(new DeskOutcome.ReasonMissing());
        }
        if (!record.state().isOpen() || record.state() == CaseState.APPROVED) {
            return new Decision.No(new DeskOutcome.WrongState(record.state()));
        }
        Instant now = clock.instant();
        ApplicationEdit edit =
                application
                        .edit(now)
                        .caseOf(
                                record.item(),
                                each -> each.became(CaseState.CANCELLED, now, by, reason.strip()))
                        .command(new Command.Leave(record.item()), by);
        PassBy.passBy(edit, catalogue.of(application).compiled(), now);
        return new Decision.Next(edit.done());
    }

    private Decision end(
            Application application,
            CaseRecord record,
            Step step,
            CaseState state,
            Actor by,
            String reason) {
        if (reason.isBlank()) {
            return new Decision.No(new DeskOutcome.ReasonMissing());
        }
        return step(
                application,
                record,
                step,
                state,
                by,
                now -> {
                    ApplicationEdit edit =
                            application
                                    .edit(now)
                                    .caseOf(
                                            record.item(),
                                            each -> each.became(state, now, by, reason.strip()))
                                    .command(new Command.End(record.item()), by);
                    PassBy.passBy(edit, catalogue.of(application).compiled(), now);
                    return edit;
                });
    }

    private Decision step(
            Application application,
            CaseRecord record,
            Step step,
            CaseState becomes,
            Actor by,
            Function<Instant, ApplicationEdit> edit) {
        return StepsOf.allows(record.state(), step) && !waitsForStep(application, record, step)
                ? new Decision.Next(edit.apply(clock.instant()).done())
                : notNow(record, becomes, by);
    }

    /// An item that shares a step with others is looked at and decided after it.
    private boolean waitsForStep(Application application, CaseRecord record, Step step) {
        return (step == Step.REVIEW || step == Step.APPROVE || step == Step.REJECT)
                && catalogue.of(application).compiled().sharedBy(record.item()).stream()
                        .flatMap(shared ->
                                application.cases().stream()
                                        .filter(each -> each.item().equals(shared.step())))
                        .anyMatch(each -> !each.state().isEnded());
    }

    /// A clerk who presses twice is told what became of the first time. Systems have their keys for
    /// that.
    private static Decision notNow(CaseRecord record, CaseState becomes, Actor by) {
        return by instanceof Actor.Clerk
                        && record.state() == becomes
                        && record.events().getLast().by().equals(by)
                ? new Decision.Same()
                : new Decision.No(new DeskOutcome.WrongState(record.state()));
    }
}
