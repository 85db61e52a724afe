package org.onego.server.start;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.departments.CallSignature;
import org.onego.adapters.departments.HmacSignature;
import org.onego.adapters.departments.Sm2Signature;
import org.onego.server.start.OneGoProperties.DepartmentConnection;

/// Departments' own systems, by the names of their connections: each with the signature that was
/// chosen for it.
public record DepartmentConnections(Map<String, Connected> all) {

    public DepartmentConnections {
        all = Map.copyOf(all);
    }

    /// @param url where it is; null for one that polls
    public record Connected(
            String name, String department, @Nullable URI url, CallSignature signature) {}

    public Optional<Connected> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /// @throws IllegalArgumentException when a key is missing or can't be read; the server must not
    ///   start with a door that nobody can open, or anybody
    static DepartmentConnections of(Map<String, DepartmentConnection> settings) {
        Map<String, Connected> all = new LinkedHashMap<>();
        settings.forEach((name, each) ->
                all.put(
                        name,
                        new Connected(name, each.department(), each.url(), signature(name, each))));
        return new DepartmentConnections(all);
    }

    private static CallSignature signature(String name, DepartmentConnection each) {
        try {
            return switch (each.signature()) {
                case HMAC_SHA256 -> new HmacSignature(needed(each.secret(), "secret"));
                case SM2_SM3 ->
                        new Sm2Signature(
                                needed(each.privateKey(), "private-key"),
                                needed(each.publicKey(), "public-key"));
            };
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "onego.departments." + name + ": " + wrong.getMessage(), wrong);
        }
    }

    private static String needed(@Nullable String value, String key) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("set " + key);
        }
        return value;
    }
}
