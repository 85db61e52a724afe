package org.onego.bundle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.onego.bundle.schema.JsonSchemas;

/// Each folder under `pack/wrong` holds the files in which it differs from `pack/base`, and in
/// `expected.txt` what must be found then.
///
/// With `-Donego.findings.write=true` the expectations are written anew; read the difference.
class WrongPackagesTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("onego.root"))
                    .resolve("engine/bundle/src/test/resources/pack");

    private final JsonSchemas schemas = new JsonSchemas(FixturePackages.CLOCK);

    @TempDir Path temp;

    @Test
    void theBaseIsRight() {
        PackageReader reader = PackageReader.open(FOLDER.resolve("base"), schemas);
        assertThat(reader.findings()).isEmpty();
        assertThat(reader.read("permit").findings()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> findsWhatIsWrong() throws IOException {
        try (Stream<Path> cases = Files.list(FOLDER.resolve("wrong"))) {
            return cases.sorted().toList().stream()
                    .map(wrong ->
                            DynamicTest.dynamicTest(
                                    wrong.getFileName().toString(), () -> check(wrong)));
        }
    }

    private void check(Path wrong) throws IOException {
        Path root = temp.resolve(wrong.getFileName().toString());
        copy(FOLDER.resolve("base"), root);
        copy(wrong, root);
        PackageReader reader = PackageReader.open(root, schemas);
        PackageResult result = reader.read("permit");
        List<Finding> found = new ArrayList<>(reader.findings());
        found.addAll(result.findings());
        String text = String.join("\n", found.stream().map(Finding::toString).toList()) + "\n";
        Path expected = wrong.resolve("expected.txt");
        if (Boolean.getBoolean("onego.findings.write")) {
            Files.writeString(expected, text);
        }
        assertThat(found).isNotEmpty();
        assertThat(text).isEqualTo(Files.readString(expected));
        boolean errors = result.findings().stream().anyMatch(Finding::isError);
        assertThat(result.bundle() == null).isEqualTo(errors);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> {
                        try {
                            Path target = to.resolve(from.relativize(file).toString());
                            Files.createDirectories(target.getParent());
                            Files.copy(
                                    file,
                                    target,
                                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        } catch (IOException broken) {
                            throw new UncheckedIOException(broken);
                        }
                    });
        }
    }
}
