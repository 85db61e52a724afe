package org.onego.casefile.result;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Message;
import org.onego.casefile.application.Ownership;
import org.onego.casefile.application.PassBy;
import org.onego.casefile.application.Person;

/// The citizen takes back what is not decided yet (撤销申请): the whole application, or some of its
/// items. What was decided stays decided; items that need one taken back are passed by.
public final class WithdrawApplication {

    private final Journal journal;
    private final BundleCatalogue catalogue;
    private final InstantSource clock;

    public WithdrawApplication(Journal journal, BundleCatalogue catalogue, InstantSource clock) {
        this.journal = journal;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Withdrawn(List<String> items) implements Outcome {
            public Withdrawn {
                items = List.copyOf(items);
            }
        }

        /// All of it is decided or ended already; nothing changed.
        record NothingLeft() implements Outcome {}
    }

    /// The cases that can still be taken back.
    public static List<CaseRecord> open(Application application) {
        return application.cases().stream()
                .filter(each -> !each.state().isEnded() && each.state() != CaseState.APPROVED)
                .toList();
    }

    /// @param items which of the application's; empty for all
    public Optional<Outcome> withdraw(Person person, String applicationId, Set<String> items) {
        return Ownership.change(
                journal, person, applicationId, application -> decide(application, items));
    }

    private Change<Outcome> decide(Application application, Set<String> items) {
        List<CaseRecord> leaving =
                open(application).stream()
                        .filter(each -> items.isEmpty() || items.contains(each.item()))
                        .toList();
        if (leaving.isEmpty()) {
            return new Change.None<>(new Outcome.NothingLeft());
        }
        Instant now = clock.instant();
        Actor citizen = new Actor.Citizen();
        ApplicationEdit edit = application.edit(now);
        for (CaseRecord each : leaving) {
            edit.caseOf(
                    each.item(), record -> record.became(CaseState.WITHDRAWN, now, citizen, null));
            if (each.state() != CaseState.WAITING) {
                edit.tell(
                        Message.Kind.WITHDRAWN,
                        new Message.To.Staff(each.department(), null),
                        each.item());
            }
        }
        boolean all =
                application.cases().stream()
                        .allMatch(each -> each.state().isEnded() || leaving.contains(each));
        if (all) {
            edit.command(new Command.Stop(), citizen);
        } else {
            leaving.forEach(each -> edit.command(new Command.Leave(each.item()), citizen));
            PassBy.passBy(edit, catalogue.of(application).compiled(), now);
        }
        return new Change.To<>(
                edit.done(),
                new Outcome.Withdrawn(leaving.stream().map(CaseRecord::item).toList()));
    }
}
