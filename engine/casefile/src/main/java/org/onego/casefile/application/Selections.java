package org.onego.casefile.application;

import java.util.Optional;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;

/// What follows from an application's guide answers.
public final class Selections {

    private Selections() {}

    /// The selection, or empty while the guide is not finished.
    public static Optional<Selection> of(PublishedBundle bundle, Application application) {
        return switch (bundle.guide(application.guide())) {
            case GuideOutcome.Complete(Selection selection) -> Optional.of(selection);
            case GuideOutcome.Ask _, GuideOutcome.Stopped _, GuideOutcome.Choose _ ->
                    Optional.empty();
        };
    }

    /// The form of a submitted application.
    ///
    /// @throws IllegalStateException when the guide is not finished, which a submitted one's is
    public static MergedForm formOf(PublishedBundle bundle, Application application) {
        return of(bundle, application)
                .map(bundle::form)
                .orElseThrow(
                        () -> new IllegalStateException(application + " has an unfinished guide"));
    }
}
