package org.onego.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The folder of a package, as it is named on the command line; the folder above it holds what
/// packages share.
final class PackageFolder {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "PACKAGE", description = "folder of a package, e.g. packages/newborn")
    private Path folder = Path.of(".");

    Path root() {
        return Optional.ofNullable(resolved().getParent())
                .orElseThrow(() -> wrong(folder + " has no folder above it"));
    }

    String id() {
        return String.valueOf(resolved().getFileName());
    }

    private Path resolved() {
        Path resolved = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(resolved.resolve("package.yaml"))) {
            throw wrong(
                    "'"
                            + folder
                            + "' is no package: there is no package.yaml in it. Name a folder such as packages/newborn.");
        }
        return resolved;
    }

    private CommandLine.ParameterException wrong(String message) {
        CommandSpec spec = command;
        if (spec == null) {
            throw new IllegalStateException("used outside a command");
        }
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
