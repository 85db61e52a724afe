package org.onego.renderer.citizen;

import java.util.Optional;
import org.onego.bundle.PublishedBundle;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Person;
import org.springframework.stereotype.Component;

/// Finds a person's application together with the bundle version that it runs on.
@Component
class Applications {

    private final CitizenService citizens;
    private final BundleCatalogue catalogue;

    Applications(CitizenService citizens, BundleCatalogue catalogue) {
        this.citizens = citizens;
        this.catalogue = catalogue;
    }

    record Opened(Application application, PublishedBundle bundle) {

        /// The draft with its pages.
        ///
        /// @throws Elsewhere when the guide is open or the application is submitted already
        Draft draft() {
            if (application.status() != Application.Status.DRAFT) {
                throw new Elsewhere("/a/" + application.id());
            }
            return Draft.of(application, bundle)
                    .orElseThrow(() -> new Elsewhere("/a/" + application.id() + "/guide"));
        }
    }

    /// The page asked for is not where this application stands; `path` is.
    static final class Elsewhere extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String path;

        Elsewhere(String path) {
            super("the application stands elsewhere");
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    Opened open(Person person, String id) {
        return citizens.open(person, id).map(this::opened).orElseThrow(NotFound::new);
    }

    Opened opened(Application application) {
        return new Opened(
                application, catalogue.find(application.bundle()).orElseThrow(NotFound::new));
    }

    PublishedBundle newest(String bundle) {
        return catalogue.newest(bundle).orElseThrow(NotFound::new);
    }

    /// A value that is there unless the application belongs to somebody else or doesn't exist.
    static <T> T found(Optional<T> outcome) {
        return outcome.orElseThrow(NotFound::new);
    }
}
