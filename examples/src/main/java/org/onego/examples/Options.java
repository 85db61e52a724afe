package org.onego.examples;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.examples.certificates.Fault;
import org.onego.examples.department.Signing;

/// How the simulators run; see [CommandLine#USAGE].
///
/// @param port 0 takes a free one
/// @param data where the department keeps its cases; null to forget them
public record Options(
        int port,
        Path packages,
        URI onego,
        @Nullable Path data,
        Credentials host,
        Credentials certificates,
        List<Fault> faults,
        Signing departmentSigning,
        @Nullable Pulling pulling,
        Duration departmentDelay,
        boolean departmentAutomatic,
        Duration departmentFirstRetry) {

    /// A department that asks the product for its cases.
    ///
    /// @param name of its connection at the product
    /// @param every how often it asks
    public record Pulling(String name, Signing signing, Duration every) {}

    /// What the product shows to be let in.
    public record Credentials(String id, String password) {}

    public Options {
        faults = List.copyOf(faults);
    }
}
