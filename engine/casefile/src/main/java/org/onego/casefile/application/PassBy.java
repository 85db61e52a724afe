package org.onego.casefile.application;

import java.time.Instant;
import java.util.Optional;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Need;

/// An item that did not end well takes the items that need it with it, and never the others.
public final class PassBy {

    private PassBy() {}

    /// Passes by every waiting case that needs one which has ended badly, and what needs that in
    /// turn.
    public static void passBy(ApplicationEdit edit, CompiledBundle bundle, Instant now) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Need need : bundle.needs()) {
                Optional<CaseRecord> needed = find(edit, need.needs());
                Optional<CaseRecord> waiting = find(edit, need.item());
                if (needed.isPresent()
                        && waiting.isPresent()
                        && needed.get().state().hasEndedBadly()
                        && waiting.get().state() == CaseState.WAITING) {
                    String why = bundle.item(need.needs()).title().zh();
                    edit.caseOf(
                            need.item(),
                            each -> each.became(CaseState.PASSED_BY, now, new Actor.Engine(), why));
                    changed = true;
                }
            }
        }
    }

    private static Optional<CaseRecord> find(ApplicationEdit edit, String item) {
        return edit.cases().stream().filter(each -> each.item().equals(item)).findFirst();
    }
}
