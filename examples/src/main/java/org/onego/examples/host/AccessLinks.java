package org.onego.examples.host;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.onego.examples.data.Persona;

/// One-time access links: the token with which the host opens a service, good for one exchange
/// within a minute.
final class AccessLinks {

    static final Duration VALID = Duration.ofSeconds(60);

    private record Link(Persona persona, Instant until) {}

    private final ConcurrentHashMap<String, Link> links = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    AccessLinks(Clock clock) {
        this.clock = clock;
    }

    String issue(Persona persona) {
        Instant now = clock.instant();
        links.values().removeIf(link -> link.until().isBefore(now));
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.put(token, new Link(persona, now.plus(VALID)));
        return token;
    }

    /// Who opened the service; empty for an unknown, used or expired link.
    Optional<Persona> redeem(String token) {
        return Optional.ofNullable(links.remove(token))
                .filter(link -> !clock.instant().isAfter(link.until()))
                .map(Link::persona);
    }
}
