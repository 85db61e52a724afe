package org.onego.casefile.answers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.pack.CompiledBundle.Info;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.Evidence;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.Person;

/// Finds the person's open draft for a bundle, or makes one.
public final class BeginApplication {

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final Ids ids;
    private final InstantSource clock;

    public BeginApplication(
            ApplicationStore store, BundleCatalogue catalogue, Ids ids, InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
    }

    /// Empty when no such bundle is published.
    public Optional<Application> begin(Person person, String bundleId) {
        Optional<Application> open = store.openDraft(person.idNo(), bundleId);
        return open.isPresent()
                ? open
                : catalogue
                        .newest(bundleId)
                        .flatMap(bundle -> insert(draft(person, bundle.compiled().info())));
    }

    /// Whoever comes second gets the draft of whoever came first.
    private Optional<Application> insert(Application draft) {
        return store.insertDraft(draft)
                ? Optional.of(draft)
                : store.openDraft(draft.owner().idNo(), draft.bundle().id());
    }

    private Application draft(Person person, Info info) {
        Instant now = clock.instant();
        return new Application(
                ids.next(),
                0,
                new BundleVersion(info.id(), info.version()),
                person,
                Application.Status.DRAFT,
                now,
                now,
                new GuideAnswers(Map.of(), null),
                null,
                Answers.NONE,
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Evidence.NONE,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
