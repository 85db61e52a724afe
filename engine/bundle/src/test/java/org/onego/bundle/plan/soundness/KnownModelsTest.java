package org.onego.bundle.plan.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownModelsTest {

    static final Judge FULL = new Judge(false, 300_000, 5_000);

    static Stream<KnownModels> models() {
        return KnownModels.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelHasItsKnownVerdict(KnownModels model) throws IOException {
        try (InputStream in = Files.newInputStream(model.file())) {
            Soundness soundness = SoundnessCheck.of(in);
            assertThat(KnownModels.verdict(soundness))
                    .as(SoundReport.line(model.name(), soundness))
                    .isEqualTo(model.verdict());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void reductionChangesNoVerdict(KnownModels model) {
        Soundness full = SoundnessCheck.of(model.text(), FULL);
        if (model.name().endsWith("-many")) {
            assertThat(KnownModels.verdict(full)).isEqualTo("unsupported");
        } else {
            assertThat(KnownModels.verdict(full))
                    .as(SoundReport.line(model.name(), full))
                    .isEqualTo(model.verdict());
        }
    }

    @Test
    void everyModelIsInTheTable() throws IOException {
        List<String> known = KnownModels.all().map(KnownModels::name).sorted().toList();
        try (Stream<Path> files = Files.list(KnownModels.FOLDER)) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".bpmn"))
                                    .map(name -> name.replace(".bpmn", ""))
                                    .sorted())
                    .isEqualTo(known)
                    .doesNotHaveDuplicates();
        }
    }
}
