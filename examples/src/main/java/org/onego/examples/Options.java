package org.onego.examples;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.examples.certificates.Fault;

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
        String departmentSecret,
        Duration departmentDelay,
        boolean departmentAutomatic,
        Duration departmentFirstRetry) {

    /// What the product shows to be let in.
    public record Credentials(String id, String password) {}

    public Options {
        faults = List.copyOf(faults);
    }
}
