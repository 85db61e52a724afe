package org.onego.bundle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.bundle.schema.JsonSchemas;

/// Packages may come from anybody: they read nothing outside their folder, and nothing in them
/// makes reading take long.
class HostilePackagesTest {

    private final JsonSchemas schemas = new JsonSchemas(FixturePackages.CLOCK);

    @TempDir Path temp;
    private Path root = Path.of("");

    @BeforeEach
    void copyTheBase() throws IOException {
        root = temp.resolve("packages");
        WrongPackagesTest.copy(
                Path.of(System.getProperty("onego.root"))
                        .resolve("engine/bundle/src/test/resources/pack/base"),
                root);
    }

    @Test
    void aPackageIsNamedAndNotPointedAt() {
        for (String id : List.of("../packages/permit", "/etc", "permit/items", "", ".", "Permit")) {
            PackageResult result = open().read(id);
            assertThat(result.bundle()).isNull();
            assertThat(result.findings())
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("there is no package '" + id + "'");
        }
    }

    @Test
    void aMissingFolderIsAFinding() {
        PackageReader reader = PackageReader.open(temp.resolve("elsewhere"), schemas);
        assertThat(reader.findings()).singleElement().matches(Finding::isError);
        assertThat(reader.readAll()).isEmpty();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.yaml"), "password: hunter2\n");
        Path persona = root.resolve("permit/personas/wang.yaml");
        Files.delete(persona);
        Files.createSymbolicLink(persona, secret);
        assertThat(messages()).contains("the file is a link, or stands behind one");
        assertThat(open().read("permit").findings().toString()).doesNotContain("hunter2");
    }

    @Test
    void aLinkedFolderIsNotFollowed() throws IOException {
        Path outside = temp.resolve("outside");
        WrongPackagesTest.copy(root.resolve("permit/items/notice"), outside);
        Files.createSymbolicLink(root.resolve("permit/items/guest"), outside);
        assertThat(messages()).contains("the file is a link, or stands behind one");
    }

    @Test
    void aLinkedPackageIsNotFollowed() throws IOException {
        Path outside = temp.resolve("outside");
        WrongPackagesTest.copy(root.resolve("permit"), outside);
        Files.createSymbolicLink(root.resolve("guest"), outside);
        PackageResult result = open().read("guest");
        assertThat(result.bundle()).isNull();
        assertThat(result.findings())
                .extracting(Finding::message)
                .contains("the file is a link, or stands behind one");
    }

    @Test
    void theRootItselfMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("linked"), root);
        PackageReader reader = PackageReader.open(link, schemas);
        assertThat(reader.findings()).isEmpty();
        assertThat(reader.read("permit").findings()).isEmpty();
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        write("permit/items/permit/process.bpmn", "<a/>" + " ".repeat(2 * 1024 * 1024));
        assertThat(messages()).contains("the file has 2097156 bytes, more than 2097152");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Files.write(root.resolve("permit/tests/self.yaml"), new byte[] {(byte) 0xff, 0});
        assertThat(messages()).contains("the file is not text in UTF-8");
    }

    @Test
    void aBombOfAliasesIsRefusedAtOnce() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        write("permit/tests/self.yaml", bomb.toString());
        assertThat(quickly()).contains("'*a0' is a YAML alias");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        write("permit/tests/self.yaml", "a: " + "[".repeat(100_000));
        write("permit/items/permit/form.schema.json", "{\"not\":".repeat(100_000));
        assertThat(quickly()).hasSize(2).allMatch(message -> message.contains("nesting depth"));
    }

    @Test
    void externalEntitiesAreNotRead() throws IOException {
        write(
                "permit/items/permit/process.bpmn",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">&b;"
                        + "</definitions>");
        assertThat(open().read("permit").bundle()).isNull();
        assertThat(messages().toString()).doesNotContain("root:");
    }

    @Test
    void aPatternThatExplodesIsRefusedQuickly() throws IOException {
        Path form = root.resolve("permit/items/permit/form.schema.json");
        Files.writeString(
                form,
                Files.readString(form)
                        .replace(
                                "\"title\": \"事由\"",
                                "\"title\": \"事由\", \"pattern\": \"^(([a-z])+.)+[A-Z]([a-z])+$\""));
        assertThat(quickly()).singleElement().asString().contains("takes very long");
    }

    private PackageReader open() {
        return PackageReader.open(root, schemas);
    }

    private List<String> messages() {
        return open().read("permit").findings().stream().map(Finding::message).toList();
    }

    private List<String> quickly() {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), this::messages);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(root.resolve(file), content);
    }
}
