package org.onego.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.schema.intersect.IntersectLines;
import org.onego.bundle.schema.intersect.SchemaIntersection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./onego intersect`: JSON lines `{"schemas":[schema,…]}` in, one line out for each.
@Command(
        name = "intersect",
        mixinStandardHelpOptions = true,
        description =
                "Read JSON lines {\"schemas\":[schema,…]}; write {\"schema\":…,\"verdict\":…,\"reason\":…} for each.")
final class IntersectCommand implements Callable<Integer> {

    @Option(
            names = "--assert-formats",
            description =
                    "Count on readers that check `format`, as OneGo does; without it what comes out is also right for readers to whom it is an annotation.")
    private boolean assertFormats;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            new IntersectLines(
                            assertFormats
                                    ? SchemaIntersection.standard()
                                    : SchemaIntersection.forEveryReader())
                    .run(in, Objects.requireNonNull(spec).commandLine().getOut());
        }
        return 0;
    }
}
