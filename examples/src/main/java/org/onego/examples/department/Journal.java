package org.onego.examples.department;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.examples.web.Json;
import tools.jackson.core.JacksonException;

/// The department's memory: one JSON line an entry, on disk before anything is answered. Without a
/// file it forgets.
final class Journal implements AutoCloseable {

    private final @Nullable RandomAccessFile file;
    private final List<Entry> earlier;

    private Journal(@Nullable RandomAccessFile file, List<Entry> earlier) {
        this.file = file;
        this.earlier = List.copyOf(earlier);
    }

    static Journal forgetful() {
        return new Journal(null, List.of());
    }

    /// Reads what is there. A last line that a kill has torn was never answered for, so it is cut
    /// off.
    static Journal in(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        byte[] bytes = Files.readAllBytes(path);
        List<Entry> entries = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                try {
                    entries.add(Json.MAPPER.readValue(line, Entry.class));
                } catch (JacksonException e) {
                    file.close();
                    throw new IOException(
                            path
                                    + ": line "
                                    + (entries.size() + 1)
                                    + " can't be read. Move the file away to start anew.",
                            e);
                }
                start = i + 1;
            }
        }
        file.setLength(start);
        file.seek(start);
        return new Journal(file, entries);
    }

    List<Entry> earlier() {
        return earlier;
    }

    synchronized void append(Entry entry) {
        if (file == null) {
            return;
        }
        byte[] line =
                (Json.MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            long end = file.getFilePointer();
            try {
                file.write(line);
                file.getFD().sync();
            } catch (IOException e) { // a full disk must not leave half a line for the next one to
                // continue
                file.setLength(end);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The department's journal can't be written.", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
