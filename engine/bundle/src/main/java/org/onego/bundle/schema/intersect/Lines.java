package org.onego.bundle.schema.intersect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Reads lines of a bounded length: of a longer one only the beginning is kept, so that no line
/// fills the memory.
final class Lines {

    private final BufferedReader in;
    private final int longest;

    Lines(Reader in, int longest) {
        this.in = new BufferedReader(in);
        this.longest = longest;
    }

    /// @param tooLong whether the text is only the beginning
    record Line(String text, boolean tooLong) {}

    /// The next line; empty at the end.
    Optional<Line> next() throws IOException {
        int character = in.read();
        if (character < 0) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        for (; character >= 0 && character != '\n'; character = in.read()) {
            if (text.length() < longest) {
                text.append((char) character);
            } else {
                tooLong = true;
            }
        }
        return Optional.of(new Line(text.toString(), tooLong));
    }
}
