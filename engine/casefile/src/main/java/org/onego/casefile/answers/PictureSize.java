package org.onego.casefile.answers;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/// How many pixels a picture says it has, read from its header without opening the picture: a small
/// file can unfold to gigabytes.
final class PictureSize {

    private static final int PNG_SIZE = 16;
    private static final int START_OF_FRAME = 0xC0;

    private PictureSize() {}

    /// Empty for what is no picture, or one whose header doesn't say.
    static OptionalLong pixels(KindOfFile kind, byte[] content) {
        return switch (kind) {
            case PNG ->
                    content.length < PNG_SIZE + 8
                            ? OptionalLong.empty()
                            : product(
                                    Integer.toUnsignedLong(
                                            ByteBuffer.wrap(content).getInt(PNG_SIZE)),
                                    Integer.toUnsignedLong(
                                            ByteBuffer.wrap(content).getInt(PNG_SIZE + 4)));
            case JPEG -> jpeg(content);
            case PDF, OFD -> OptionalLong.empty();
        };
    }

    /// Segment by segment up to the first frame: marker, length, precision, height, width.
    private static OptionalLong jpeg(byte[] content) {
        int at = 2;
        while (at + 9 < content.length && (content[at] & 0xFF) == 0xFF) {
            int marker = content[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isFrame(marker)) {
                return product(unsigned(content, at + 5), unsigned(content, at + 7));
            } else {
                at += 2 + unsigned(content, at + 2);
            }
        }
        return OptionalLong.empty();
    }

    /// C0 to CF, without the tables that share the range: C4, C8, CC.
    private static boolean isFrame(int marker) {
        return (marker & 0xF0) == START_OF_FRAME && marker % 4 != 0 || marker == START_OF_FRAME;
    }

    private static int unsigned(byte[] content, int at) {
        return (content[at] & 0xFF) << 8 | content[at + 1] & 0xFF;
    }

    private static OptionalLong product(long width, long height) {
        return OptionalLong.of(
                width > Integer.MAX_VALUE || height > Integer.MAX_VALUE
                        ? Long.MAX_VALUE
                        : width * height);
    }
}
