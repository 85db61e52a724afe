package org.onego.casefile.result;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Cosign;
import org.onego.casefile.application.DeskEntry;
import org.onego.casefile.application.Message;
import org.onego.casefile.application.StaffDirectory;
import org.onego.casefile.result.HandleCase.Decision;

/// What clerks do with a case among themselves: passing it on, notes, opinions. Nothing of it is
/// shown to the citizen.
public final class TeamWork {

    private final StaffDirectory staff;
    private final InstantSource clock;

    public TeamWork(StaffDirectory staff, InstantSource clock) {
        this.staff = staff;
        this.clock = clock;
    }

    /// @param department whose opinion is asked
    /// @param clerk one clerk of it, or null for any
    /// @param shared JSON pointers of the fields that another department sees
    public record OpinionRequest(
            String department, @Nullable String clerk, String question, List<String> shared) {
        public OpinionRequest {
            shared = List.copyOf(shared);
        }
    }

    /// From the clerk who has it to a colleague, with a reason.
    public Decision transfer(
            Application application,
            CaseRecord record,
            Actor.Clerk by,
            String colleague,
            String reason) {
        Actor.Clerk claimed = record.claimedBy();
        if (!record.state().isOpen()) {
            return new Decision.No(new DeskOutcome.WrongState(record.state()));
        }
        if (claimed != null && !claimed.id().equals(by.id())) {
            return claimed.id().equals(colleague)
                    ? new Decision.Same()
                    : new Decision.No(new DeskOutcome.ClaimedBy(claimed));
        }
        if (reason.isBlank()) {
            return new Decision.No(new DeskOutcome.ReasonMissing());
        }
        return give(application, record, by, colleague, DeskEntry.Kind.TRANSFERRED, reason.strip());
    }

    /// What nobody has, or the clerk has, is given to a colleague without a word.
    public Decision assign(
            Application application, CaseRecord record, Actor.Clerk by, String colleague) {
        Actor.Clerk claimed = record.claimedBy();
        if (!record.state().isOpen()) {
            return new Decision.No(new DeskOutcome.WrongState(record.state()));
        }
        if (claimed != null && claimed.id().equals(colleague)) {
            return new Decision.Same();
        }
        return claimed == null || claimed.id().equals(by.id())
                ? give(
                        application,
                        record,
                        by,
                        colleague,
                        by.id().equals(colleague)
                                ? DeskEntry.Kind.CLAIMED
                                : DeskEntry.Kind.ASSIGNED,
                        null)
                : new Decision.No(new DeskOutcome.ClaimedBy(claimed));
    }

    private Decision give(
            Application application,
            CaseRecord record,
            Actor.Clerk by,
            String colleague,
            DeskEntry.Kind how,
            @Nullable String reason) {
        Optional<Actor.Clerk> to = staff.clerk(record.department(), colleague);
        if (to.isEmpty()) {
            return new Decision.No(new DeskOutcome.NoSuchColleague());
        }
        Instant now = clock.instant();
        DeskEntry entry = new DeskEntry(now, how, by, to.get(), reason);
        return next(
                application, record, now, each -> each.withClaim(to.get()).withDeskEntry(entry));
    }

    /// A note for colleagues.
    public Decision note(Application application, CaseRecord record, Actor.Clerk by, String text) {
        if (text.isBlank()) {
            return new Decision.No(new DeskOutcome.ReasonMissing());
        }
        Instant now = clock.instant();
        DeskEntry last = record.desk().isEmpty() ? null : record.desk().getLast();
        if (last != null
                && last.kind() == DeskEntry.Kind.NOTE
                && last.by().equals(by)
                && text.strip().equals(last.text())) {
            return new Decision.Same();
        }
        DeskEntry entry = new DeskEntry(now, DeskEntry.Kind.NOTE, by, null, text.strip());
        return next(application, record, now, each -> each.withDeskEntry(entry));
    }

    /// 会签: asks for an opinion.
    public Decision askOpinion(
            Application application, CaseRecord record, Actor.Clerk by, OpinionRequest request) {
        if (!record.state().isOpen()) {
            return new Decision.No(new DeskOutcome.WrongState(record.state()));
        }
        if (request.question().isBlank()) {
            return new Decision.No(new DeskOutcome.ReasonMissing());
        }
        boolean known =
                request.clerk() == null
                        ? staff.has(request.department())
                        : staff.clerk(request.department(), request.clerk()).isPresent();
        if (!known) {
            return new Decision.No(new DeskOutcome.NoSuchColleague());
        }
        Instant now = clock.instant();
        Cosign asked =
                new Cosign(
                        record.cosigns().size() + 1,
                        by,
                        now,
                        request.department(),
                        request.clerk(),
                        request.question().strip(),
                        request.shared(),
                        null);
        return new Decision.Next(
                application
                        .edit(now)
                        .caseOf(record.item(), each -> each.withCosign(asked))
                        .tell(
                                Message.Kind.COSIGN_ASKED,
                                new Message.To.Staff(request.department(), request.clerk()),
                                record.item())
                        .done());
    }

    /// Answers what was asked, once.
    public Decision giveOpinion(
            Application application,
            CaseRecord record,
            Actor.Clerk by,
            int number,
            Cosign.Stand stand,
            String text) {
        Optional<Cosign> asked =
                record.cosigns().stream().filter(each -> each.number() == number).findFirst();
        if (asked.isEmpty() || !asked.get().isOpen()) {
            return new Decision.Same();
        }
        if (text.isBlank() && stand != Cosign.Stand.AGREE) {
            return new Decision.No(new DeskOutcome.ReasonMissing());
        }
        Instant now = clock.instant();
        Cosign.Opinion opinion = new Cosign.Opinion(by, now, stand, text.strip());
        ApplicationEdit edit =
                application
                        .edit(now)
                        .caseOf(record.item(), each -> each.withCosignAnswer(number, opinion))
                        .tell(
                                Message.Kind.COSIGN_ANSWERED,
                                new Message.To.Staff(record.department(), asked.get().by().id()),
                                record.item());
        return new Decision.Next(edit.done());
    }

    private static Decision next(
            Application application,
            CaseRecord record,
            Instant now,
            UnaryOperator<CaseRecord> change) {
        return new Decision.Next(application.edit(now).caseOf(record.item(), change).done());
    }
}
