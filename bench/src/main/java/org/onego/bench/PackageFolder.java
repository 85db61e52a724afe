package org.onego.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;

/// A folder of files that becomes a package: what is measured has gone the way of every package.
final class PackageFolder {

    private static final String ID = "sample";

    private final Path root;

    PackageFolder() {
        try {
            root = Files.createTempDirectory("onego-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put(
                ID + "/package.yaml",
                """
                id: sample
                version: 1.0.0
                title: 样例
                shortTitle: 样例
                summary: 用来测量的样例。
                region: "130600"
                lead: {name: 政务服务局, code: null}
                """);
    }

    void put(String file, String text) {
        Path path = root.resolve(file);
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void bundle(String text) {
        put(ID + "/bundle.yaml", text);
    }

    void item(String id, String form) {
        put(
                ID + "/items/" + id + "/item.yaml",
                """
                id: %s
                title: 事项 %s
                type: "07"
                kind: promised
                department: {id: office-%s, name: 部门 %s}
                handling: {mode: hosted}
                deadline: {legal: 10, promised: 5}
                """
                        .formatted(id, id, id, id));
        put(ID + "/items/" + id + "/form.schema.json", form);
    }

    /// Reads the package and removes the folder.
    CompiledBundle read() {
        PackageResult result = PackageReader.open(root).read(ID);
        List<Finding> errors = result.findings().stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new IllegalStateException("the sample has errors: " + errors);
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(result.bundle());
    }
}
