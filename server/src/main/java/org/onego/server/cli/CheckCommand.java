package org.onego.server.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onego.bundle.BundleCheck;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.schema.JsonSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `./onego check PACKAGE`: every mistake in a package. Ends with 1 when there is an error.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Find every mistake in a package.")
final class CheckCommand implements Callable<Integer> {

    @Mixin private PackageFolder folder = new PackageFolder();

    @Mixin private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        JsonSchemas schemas = new JsonSchemas();
        PackageReader reader = PackageReader.open(folder.root(), schemas);
        PackageResult result =
                BundleCheck.check(reader, folder.id(), schemas::compile, InstantSource.system());
        List<Finding> findings =
                Stream.concat(reader.findings().stream(), result.findings().stream()).toList();
        int errors = (int) findings.stream().filter(Finding::isError).count();
        if (output.json()) {
            output.print(json(findings, errors));
        } else {
            output.print(text(findings, errors));
        }
        return errors == 0 ? 0 : Main.FINDINGS;
    }

    private String text(List<Finding> findings, int errors) {
        if (findings.isEmpty()) {
            return "No mistakes found in " + folder.id() + ".";
        }
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"))
                + "\n%d errors, %d warnings in %s."
                        .formatted(errors, findings.size() - errors, folder.id());
    }

    private ObjectNode json(List<Finding> findings, int errors) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("package", folder.id());
        json.put("errors", errors).put("warnings", findings.size() - errors);
        ArrayNode list = json.putArray("findings");
        for (Finding finding : findings) {
            list.addObject()
                    .put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT))
                    .put("file", finding.file())
                    .put("pointer", finding.pointer().toString())
                    .put("message", finding.message())
                    .put("advice", finding.advice());
        }
        return json;
    }
}
