package org.onego.casefile.answers;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.onego.casefile.application.StoredFile;

/// Takes the bytes of an upload: of a size and kind that are accepted, under a harmless name.
public final class KeepFile {

    /// In bytes: a photograph of a page, not a film.
    public static final long LIMIT = 10 * 1024 * 1024;

    private static final int NAME = 100;

    private final FileStore files;
    private final InstantSource clock;

    public KeepFile(FileStore files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /// What came of an upload.
    public sealed interface Kept {

        /// It is kept; what nothing refers to has to be deleted again.
        record Stored(StoredFile file) implements Kept {}

        record Refused(AttachOutcome why) implements Kept {}
    }

    public Kept keep(String fileName, InputStream bytes) {
        byte[] content = read(bytes);
        if (content.length == 0) {
            return new Kept.Refused(new AttachOutcome.Empty());
        }
        if (content.length > LIMIT) {
            return new Kept.Refused(new AttachOutcome.TooLarge(LIMIT));
        }
        Optional<KindOfFile> kind =
                KindOfFile.of(Arrays.copyOf(content, Math.min(content.length, KindOfFile.HEAD)));
        return kind.<Kept>map(known ->
                        new Kept.Stored(
                                files.save(
                                        cleaned(fileName),
                                        known.mediaType(),
                                        new ByteArrayInputStream(content),
                                        clock.instant())))
                .orElseGet(() -> new Kept.Refused(new AttachOutcome.UnknownKind()));
    }

    /// One byte more than is allowed, to see that it is more.
    private static byte[] read(InputStream bytes) {
        try (InputStream in = new BufferedInputStream(bytes)) {
            return in.readNBytes((int) LIMIT + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException("the upload broke off", failure);
        }
    }

    /// Only the last part of a path, without what has a meaning in headers or on screens.
    private static String cleaned(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"';<>&]", "_").strip();
        String short100 = plain.length() > NAME ? plain.substring(plain.length() - NAME) : plain;
        return short100.isEmpty() ? "file" : short100;
    }
}
