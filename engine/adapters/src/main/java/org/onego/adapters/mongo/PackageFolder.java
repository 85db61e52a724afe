package org.onego.adapters.mongo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A package's files with the shared ones that it stands on, as one archive and back.
final class PackageFolder {

    private static final List<String> SHARED =
            List.of("elements", "codes", "certificates", "calendar");

    /// What says how a package is tried out, not what it does.
    private static final Set<String> SAMPLES = Set.of("personas", "tests");

    private PackageFolder() {}

    /// A zip of everything that reading the package needs.
    static byte[] zip(Path root, String packageId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            List<String> folders = new ArrayList<>(SHARED);
            folders.add(packageId);
            for (String folder : folders) {
                for (Path file : files(root.resolve(folder))) {
                    zip.putNextEntry(new ZipEntry(name(root, file)));
                    zip.write(Files.readAllBytes(file));
                    zip.closeEntry();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read package " + packageId, failure);
        }
        return bytes.toByteArray();
    }

    static void unzip(byte[] archive, Path into) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IllegalArgumentException(
                            "the archive has an entry outside of it: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
                entry = zip.getNextEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unpack an archived package", failure);
        }
    }

    /// SHA-256 of the package's own files, without those that say how it is tried out.
    static String ownDigest(Path root, String packageId) {
        Path folder = root.resolve(packageId);
        return digest(
                root,
                files(folder).stream()
                        .filter(file ->
                                !SAMPLES.contains(folder.relativize(file).getName(0).toString()))
                        .toList());
    }

    /// SHA-256 of the files that all packages share.
    static String sharedDigest(Path root) {
        return digest(
                root,
                SHARED.stream().flatMap(folder -> files(root.resolve(folder)).stream()).toList());
    }

    private static String digest(Path root, List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(name(root, file).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the packages in " + root, failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder, failure);
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
