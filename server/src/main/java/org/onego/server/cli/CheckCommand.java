package org.onego.server.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.BundleCheck;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.schema.JsonSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./onego check PACKAGE`: every mistake in a package. Ends with 1 when there is an error.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Find every mistake in a package.")
final class CheckCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private PackageFolder folder = new PackageFolder();

    @Override
    public Integer call() {
        JsonSchemas schemas = new JsonSchemas();
        PackageReader reader = PackageReader.open(folder.root(), schemas);
        PackageResult result =
                BundleCheck.check(reader, folder.id(), schemas::compile, InstantSource.system());
        List<Finding> findings =
                java.util.stream.Stream.concat(
                                reader.findings().stream(), result.findings().stream())
                        .toList();
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        findings.forEach(out::println);
        long errors = findings.stream().filter(Finding::isError).count();
        out.println(
                findings.isEmpty()
                        ? "No mistakes found in " + folder.id() + "."
                        : errors
                                + " errors, "
                                + (findings.size() - errors)
                                + " warnings in "
                                + folder.id()
                                + ".");
        out.flush();
        return errors == 0 ? 0 : 1;
    }
}
