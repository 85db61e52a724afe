package org.onego.examples.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/// The packages folder while the simulators run: a changed file is read again, so somebody who
/// writes a package sees new personas and certificates without a restart.
public final class PackagesFolder {

    private static final long LOOK_AGAIN_AFTER_NANOS = 1_000_000_000L;

    private record Reading(long fingerprint, Packages packages) {}

    private final Path folder;
    private volatile Reading reading;
    private volatile long lookedAt = System.nanoTime();

    public PackagesFolder(Path folder) throws IOException {
        this.folder = folder;
        this.reading = new Reading(fingerprint(), ReadPackages.from(folder));
    }

    public Path path() {
        return folder;
    }

    public Packages current() {
        if (System.nanoTime() - lookedAt > LOOK_AGAIN_AFTER_NANOS) {
            lookAgain();
        }
        return reading.packages();
    }

    private synchronized void lookAgain() {
        try {
            long fingerprint = fingerprint();
            if (fingerprint != reading.fingerprint()) {
                reading = new Reading(fingerprint, ReadPackages.from(folder));
            }
            lookedAt = System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The packages folder " + folder + " can no longer be read.", e);
        }
    }

    private long fingerprint() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            long sum = 0;
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                sum += 31L * file.hashCode() + 17L * is.size() + is.lastModifiedTime().toMillis();
            }
            return sum;
        } catch (UncheckedIOException e) { // a file vanished while walking
            throw e.getCause();
        }
    }
}
