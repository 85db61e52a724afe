package org.onego.bundle;

import java.util.ArrayList;
import java.util.List;

/// Lines of text in columns that stand below one another in a terminal, where a Chinese character
/// takes two places.
final class Table {

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean figures;

    /// Figures stand at the right of their column.
    Table() {
        this(true);
    }

    /// @param figures whether what looks like a figure is one
    Table(boolean figures) {
        this.figures = figures;
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /// @param indent how far every line is moved to the right
    void print(StringBuilder out, int indent) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), width(row.get(i))));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ".repeat(indent));
            for (int i = 0; i < row.size(); i++) {
                int gap = widths.get(i) - width(row.get(i));
                boolean number = figures && row.get(i).matches("[0-9]+");
                line.append(" ".repeat(number ? gap : 0)).append(row.get(i));
                line.append(" ".repeat((number ? 0 : gap) + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    /// East Asian wide and fullwidth forms, after Unicode's annex 11.
    private static int width(int character) {
        boolean wide =
                (character >= 0x1100 && character <= 0x115F)
                        || (character >= 0x2E80 && character <= 0xA4CF)
                        || (character >= 0xAC00 && character <= 0xD7A3)
                        || (character >= 0xF900 && character <= 0xFAFF)
                        || (character >= 0xFE30 && character <= 0xFE6F)
                        || (character >= 0xFF00 && character <= 0xFF60)
                        || (character >= 0xFFE0 && character <= 0xFFE6)
                        || (character >= 0x20000 && character <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
