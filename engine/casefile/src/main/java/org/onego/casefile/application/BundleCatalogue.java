package org.onego.casefile.application;

import java.util.List;
import java.util.Optional;
import org.onego.bundle.PublishedBundle;

/// The published versions of all packages. What an application was submitted on stays here until it
/// has ended (law 6).
public interface BundleCatalogue {

    /// The version that new applications get; empty when no such bundle is published.
    Optional<PublishedBundle> newest(String bundleId);

    Optional<PublishedBundle> find(BundleVersion version);

    /// The newest version of each bundle, in the order of their ids.
    List<PublishedBundle> all();

    /// The version that an application runs on.
    ///
    /// @throws IllegalStateException when it is gone: it must be brought back before the
    ///   application can go on
    default PublishedBundle of(Application application) {
        return find(application.bundle())
                .orElseThrow(() ->
                        new IllegalStateException(
                                "application "
                                        + application.id()
                                        + " runs on "
                                        + application.bundle()
                                        + ", which is not in the catalogue; publish it again"));
    }
}
