package org.onego.casefile.answers;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.onego.casefile.application.StoredFile;

/// Where attached files are kept. Whose a file is and who may read it is decided by the application
/// that refers to it, before this is asked.
public interface FileStore {

    /// Keeps the bytes until they are deleted; returns when they would survive a crash.
    StoredFile save(String name, String mediaType, InputStream bytes, Instant at);

    Optional<InputStream> read(String fileId);

    /// Harmless when it is gone already.
    void delete(String fileId);
}
