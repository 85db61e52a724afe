package org.onego.bundle.guide;

import java.util.List;
import org.onego.bundle.element.Text;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;

/// Where the guide stands after the answers given.
public sealed interface GuideOutcome {

    /// This question comes next.
    record Ask(GuideQuestion question) implements GuideOutcome {}

    /// The service isn't for this case; `advice` says where to go instead.
    record Stopped(GuideQuestion question, Text advice) implements GuideOutcome {}

    /// All questions are answered; the citizen now chooses among `choosable` (required items are
    /// `given`).
    record Choose(List<BundleItem> given, List<BundleItem> choosable) implements GuideOutcome {
        public Choose {
            given = List.copyOf(given);
            choosable = List.copyOf(choosable);
        }
    }

    /// The guide is done.
    record Complete(Selection selection) implements GuideOutcome {}
}
