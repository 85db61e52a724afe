package org.onego.bundle.schema.intersect;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The ground on which everything else stands: the validator itself is right.
class SuiteTest {

    private record Result(int passed, List<String> failed) {}

    @ParameterizedTest
    @EnumSource
    void theValidatorPassesEveryRequiredTest(Suite.Draft draft) {
        Result result = run(groups(draft, false, false), draft, null);
        System.out.printf(
                "Measured: official suite, %s: %d required tests passed%n",
                draft.folder, result.passed());
        assertThat(result.failed()).isEmpty();
        assertThat(result.passed()).isGreaterThan(900);
    }

    @ParameterizedTest
    @EnumSource
    void theOptionalTestsThatTheValidatorFailsAreKnown(Suite.Draft draft) throws IOException {
        Result optional = run(groups(draft, true, false), draft, null);
        Result formats = run(groups(draft, true, true), draft, true);
        System.out.printf(
                "Measured: official suite, %s: %d of %d optional and %d of %d format tests passed; the others are listed in schema/failing-format-tests.txt%n",
                draft.folder,
                optional.passed(),
                optional.passed() + optional.failed().size(),
                formats.passed(),
                formats.passed() + formats.failed().size());
        assertThat(optional.failed()).isEmpty();
        assertThat(formats.failed()).containsExactlyInAnyOrderElementsOf(known(draft));
    }

    private static List<Suite.Group> groups(Suite.Draft draft, boolean optional, boolean format) {
        return Suite.groups(draft).stream()
                .filter(group -> group.optional() == optional && group.format() == format)
                .toList();
    }

    /// The failures by name, all of them formats: listed so that a new one is seen, and a mended
    /// one too.
    private static List<String> known(Suite.Draft draft) throws IOException {
        try (var file =
                Objects.requireNonNull(
                        SuiteTest.class.getResourceAsStream("/schema/failing-format-tests.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(draft.folder + "/"))
                    .toList();
        }
    }

    private static Result run(
            List<Suite.Group> groups, Suite.Draft draft, @Nullable Boolean formats) {
        int passed = 0;
        List<String> failed = new ArrayList<>();
        SchemaRegistry validator = Suite.validator(draft, formats);
        for (Suite.Group group : groups) {
            Schema schema = validator.getSchema(group.schema());
            for (Suite.Case each : group.cases()) {
                if (Suite.accepts(schema, each.data()) == each.valid()) {
                    passed++;
                } else {
                    failed.add(group + " / " + each.description());
                }
            }
        }
        return new Result(passed, failed);
    }
}
