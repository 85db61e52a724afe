package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines, as SVG doesn't: Chinese between any two characters, other words whole.
final class WrapText {

    /// Letters and digits are about this wide, measured in Chinese characters.
    private static final double NARROW = 0.56;

    /// A line doesn't start with these.
    private static final String CLOSING = " ，。、；：！？）》”";

    /// A line doesn't end with these.
    private static final String OPENING = "（《“";

    private WrapText() {}

    /// As few lines as fit, of about the same length.
    ///
    /// @param width of a line, in Chinese characters
    static List<String> wrap(String text, double width) {
        List<String> best = fill(text, width);
        for (double narrower = width - 0.5; narrower > 1; narrower -= 0.5) {
            List<String> lines = fill(text, narrower);
            if (lines.size() > best.size()) {
                break;
            }
            best = lines;
        }
        return best;
    }

    private static List<String> fill(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && widthOf(line + piece.strip()) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    static double widthOf(String text) {
        return text.codePoints().mapToDouble(c -> isWide(c) ? 1 : NARROW).sum();
    }

    /// What stays together: a word with the space after it, a character with its punctuation.
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            boolean together =
                    CLOSING.indexOf(c) >= 0
                            || OPENING.indexOf(before) >= 0
                            || (!isWide(c) && !isWide(before) && before != ' ');
            if (!together && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            before = c;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean isWide(int c) {
        return c >= 0x2E80 || c == '“' || c == '”';
    }
}
