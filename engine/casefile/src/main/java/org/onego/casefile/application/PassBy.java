package org.onego.casefile.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onego.bundle.guide.Guide;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.SharedStep;

/// An item that did not end well takes the items that need it with it, and never the others.
public final class PassBy {

    private PassBy() {}

    /// Passes by every waiting case that needs one which has ended badly, and what needs that in
    /// turn; and every waiting step whose items have all ended badly.
    public static void passBy(ApplicationEdit edit, CompiledBundle bundle, Instant now) {
        List<Need> needs =
                Guide.at(bundle, edit.guide()) instanceof GuideOutcome.Complete(Selection selection)
                        ? selection.needs(bundle)
                        : bundle.needs();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Need need : needs) {
                if (hasEndedBadly(edit, need.needs())) {
                    changed |= passBy(edit, bundle, need.item(), need.needs(), now);
                }
            }
            for (SharedStep step : bundle.shared()) {
                List<String> taken =
                        step.items().stream().filter(item -> find(edit, item).isPresent()).toList();
                if (!taken.isEmpty()
                        && taken.stream().allMatch(item -> hasEndedBadly(edit, item))) {
                    changed |= passBy(edit, bundle, step.step(), taken.getFirst(), now);
                }
            }
        }
    }

    private static boolean hasEndedBadly(ApplicationEdit edit, String item) {
        return find(edit, item).filter(each -> each.state().hasEndedBadly()).isPresent();
    }

    private static boolean passBy(
            ApplicationEdit edit, CompiledBundle bundle, String item, String because, Instant now) {
        if (find(edit, item).filter(each -> each.state() == CaseState.WAITING).isEmpty()) {
            return false;
        }
        String why = bundle.item(because).title().zh();
        edit.caseOf(item, each -> each.became(CaseState.PASSED_BY, now, new Actor.Engine(), why));
        return true;
    }

    private static Optional<CaseRecord> find(ApplicationEdit edit, String item) {
        return edit.cases().stream().filter(each -> each.item().equals(item)).findFirst();
    }
}
