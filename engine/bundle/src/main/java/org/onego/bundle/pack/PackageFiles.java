package org.onego.bundle.pack;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;

/// The files below the packages folder: small, real, inside the folder, and well-formed.
final class PackageFiles {

    private static final long LARGEST = 2 * 1024 * 1024;

    private final Path root;

    PackageFiles(Path root) {
        this.root = root;
    }

    boolean exists(String file) {
        return Files.exists(root.resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    /// The names in a folder that end in `suffix`, without it, sorted. A near miss (`.yml`) is a
    /// finding, since it would be passed over without a word.
    List<String> names(String folder, String suffix, Findings findings) {
        return children(folder).stream()
                .filter(name -> {
                    boolean fits = name.endsWith(suffix);
                    if (!fits && suffix.equals(".yaml") && name.endsWith(".yml")) {
                        findings.warn(
                                Spot.of(folder + "/" + name),
                                "a file ending in .yml is not read",
                                "rename it to end in .yaml");
                    }
                    return fits;
                })
                .map(name -> name.substring(0, name.length() - suffix.length()))
                .toList();
    }

    /// The folders in a folder, sorted.
    List<String> folders(String folder) {
        return children(folder).stream()
                .filter(name -> Files.isDirectory(root.resolve(folder).resolve(name)))
                .toList();
    }

    /// What stands in a folder, hidden files aside, sorted.
    List<String> children(String folder) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /// A YAML or JSON file as a tree; empty, with a finding, when it can't be read.
    Optional<Spot> tree(String file, Findings findings) {
        return text(file, findings)
                .flatMap(text -> {
                    try {
                        var node =
                                file.endsWith(".json")
                                        ? StrictTrees.json(text)
                                        : StrictTrees.yaml(text);
                        return Optional.of(new Spot(file, JsonPointer.empty(), node));
                    } catch (StrictTrees.Refused refused) {
                        Spot spot = Spot.of(file).at(refused.pointer());
                        findings.error(spot, refused.problem(), refused.advice());
                        return Optional.empty();
                    } catch (JacksonException broken) {
                        Spot spot = Spot.of(file).at(StrictTrees.pointer(broken));
                        findings.error(
                                spot, StrictTrees.problem(broken), StrictTrees.advice(broken));
                        return Optional.empty();
                    }
                });
    }

    /// A file's text; empty, with a finding, when it can't be read.
    Optional<String> text(String file, Findings findings) {
        Spot spot = Spot.of(file);
        Path path = root.resolve(file);
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                findings.error(
                        spot, "the file is missing", "create it; docs/package-format.md says how");
            } else if (!path.toRealPath().equals(root.toRealPath().resolve(file))) {
                findings.error(
                        spot,
                        "the file is a link, or stands behind one",
                        "put the file itself into the package");
            } else if (!Files.isRegularFile(path)) {
                findings.error(spot, "this is not a file", "put a file with this name here");
            } else if (Files.size(path) > LARGEST) {
                findings.error(
                        spot,
                        "the file has " + Files.size(path) + " bytes, more than " + LARGEST,
                        "split it, or leave out what is not needed");
            } else {
                return Optional.of(Files.readString(path));
            }
        } catch (CharacterCodingException _) {
            findings.error(spot, "the file is not text in UTF-8", "save it in UTF-8");
        } catch (IOException broken) {
            findings.error(
                    spot,
                    "the file can't be read: " + broken.getClass().getSimpleName(),
                    "check that it may be read");
        }
        return Optional.empty();
    }
}
