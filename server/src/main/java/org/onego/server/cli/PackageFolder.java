package org.onego.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.schema.JsonSchemas;
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

    /// The package, ready to be used; empty, with its errors printed, when it has any.
    Optional<PublishedBundle> open() {
        JsonSchemas schemas = new JsonSchemas();
        PackageResult read = PackageReader.open(root(), schemas).read(id());
        CompiledBundle bundle = read.bundle();
        if (bundle == null) {
            var err = Objects.requireNonNull(command).commandLine().getErr();
            read.findings().stream().filter(Finding::isError).forEach(err::println);
            err.println("'./onego check " + folder + "' shows all that is wrong with it.");
            err.flush();
            return Optional.empty();
        }
        return Optional.of(new PublishedBundle(bundle, schemas::compile));
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
        return new CommandLine.ParameterException(
                Objects.requireNonNull(command).commandLine(), message);
    }
}
