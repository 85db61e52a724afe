package org.onego.casefile.answers;

import java.io.InputStream;
import org.onego.casefile.application.StoredFile;

/// A stored file and its bytes; the reader closes the stream.
public record FileContent(StoredFile file, InputStream bytes) {}
