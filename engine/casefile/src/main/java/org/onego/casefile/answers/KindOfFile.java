package org.onego.casefile.answers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of files accepted as materials, told by their first bytes: what the client says about
/// a file is not believed.
public enum KindOfFile {
    JPEG("image/jpeg", new int[] {0xFF, 0xD8, 0xFF}),
    PNG("image/png", new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}),
    PDF("application/pdf", new int[] {'%', 'P', 'D', 'F', '-'}),
    /// GB/T 33190; a zip archive whose first entry is OFD.xml or Doc_0.
    OFD("application/ofd", new int[] {'P', 'K', 0x03, 0x04});

    /// As many first bytes as are needed to tell.
    static final int HEAD = 64;

    private final String mediaType;
    private final int[] magic;

    KindOfFile(String mediaType, int[] magic) {
        this.mediaType = mediaType;
        this.magic = magic;
    }

    String mediaType() {
        return mediaType;
    }

    /// Of a whole file; empty when it is none of these.
    public static Optional<String> mediaType(byte[] bytes) {
        return of(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD))).map(KindOfFile::mediaType);
    }

    static Optional<KindOfFile> of(byte[] head) {
        for (KindOfFile kind : values()) {
            if (kind.matches(head)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private boolean matches(byte[] head) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return this != OFD || namesOfd(head);
    }

    /// A local file header has its entry's name from byte 30 on.
    private static boolean namesOfd(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return start.length() > 37
                && (start.startsWith("OFD.xml", 30) || start.startsWith("Doc_0/", 30));
    }
}
