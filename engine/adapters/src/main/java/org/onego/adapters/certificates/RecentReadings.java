package org.onego.adapters.certificates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import org.onego.bundle.element.CertificateType;
import org.onego.casefile.consent.CertificateSource.Reading;

/// What was read a moment ago for an application, for that application alone: who goes back in the
/// guide and agrees again doesn't use up the sources' daily calls. Kept in memory and not for long.
final class RecentReadings {

    private static final int MOST = 10_000;

    private final Cache<Key, Kept> kept;

    private record Key(String application, String type, String holder) {
        /// Nothing personal.
        @Override
        public String toString() {
            return type + " for " + application;
        }
    }

    private record Kept(Reading reading, Duration atMost) {}

    /// @param atMost how long; zero keeps nothing
    RecentReadings(Duration atMost) {
        this.kept =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfter(
                                Expiry.creating((Key _, Kept value) ->
                                        value.atMost().compareTo(atMost) < 0
                                                ? value.atMost()
                                                : atMost))
                        .build();
    }

    Optional<Reading> find(String application, CertificateType type, String holder) {
        return Optional.ofNullable(kept.getIfPresent(new Key(application, type.id(), holder)))
                .map(Kept::reading);
    }

    /// A failure is nothing to remember.
    void keep(String application, CertificateType type, String holder, Reading reading) {
        if (!(reading instanceof Reading.Failed)) {
            Integer fresh = type.freshHours();
            Duration atMost = fresh == null ? Duration.ofDays(365) : Duration.ofHours(fresh);
            kept.put(new Key(application, type.id(), holder), new Kept(reading, atMost));
        }
    }
}
