package org.onego.bundle.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading a package came to: the bundle, unless an error was found, and every finding.
public record PackageResult(@Nullable CompiledBundle bundle, List<Finding> findings) {
    public PackageResult {
        findings = List.copyOf(findings);
    }
}
