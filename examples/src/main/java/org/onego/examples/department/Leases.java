package org.onego.examples.department;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the polled cases were taken under. Forgotten over a restart: the product gives the cases
/// again when their time is over.
final class Leases {

    static final String HEADER = "X-OneGo-Lease";

    private final Map<String, String> leases = new ConcurrentHashMap<>();

    void put(String caseId, String lease) {
        leases.put(caseId, lease);
    }

    /// Of the case to whose address a report goes; empty for a case that was pushed.
    Optional<String> of(URI report) {
        return leases.entrySet().stream()
                .filter(each -> report.getRawPath().contains("/" + each.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
