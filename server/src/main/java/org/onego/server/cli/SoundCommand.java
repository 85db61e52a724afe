package org.onego.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.plan.soundness.SoundReport;
import org.onego.bundle.plan.soundness.Soundness;
import org.onego.bundle.plan.soundness.SoundnessCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./onego sound FILE…`: one line a file. Ends with 1 unless every file is sound.
@Command(
        name = "sound",
        mixinStandardHelpOptions = true,
        description = "Prove that a BPMN process can always finish.")
final class SoundCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "BPMN 2.0 files")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean allSound = true;
        for (Path file : files) {
            Soundness soundness = check(file);
            allSound &= soundness instanceof Soundness.Sound;
            out.println(
                    json
                            ? SoundReport.json(file.toString(), soundness)
                            : SoundReport.line(file.toString(), soundness));
            out.flush();
        }
        return allSound ? 0 : 1;
    }

    private static Soundness check(Path file) {
        try (InputStream bpmn = Files.newInputStream(file)) {
            return SoundnessCheck.of(bpmn);
        } catch (IOException unreadable) {
            return new Soundness.Invalid("the file can't be read; check its name and rights");
        }
    }
}
