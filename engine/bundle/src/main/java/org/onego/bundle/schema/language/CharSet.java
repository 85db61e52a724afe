package org.onego.bundle.schema.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Code points that may stand at one place. Surrogates are never among them: no text is made of
/// single ones, so two of them can mark where a text begins and ends.
///
/// @param ranges in order, apart from each other
record CharSet(List<Range> ranges) {

    record Range(int from, int to) {}

    static final CharSet ANY =
            new CharSet(List.of(new Range(0, 0xD7FF), new Range(0xE000, 0x10FFFF)));

    static final CharSet DIGIT = range('0', '9');

    static final CharSet WORD =
            union(List.of(range('A', 'Z'), range('a', 'z'), DIGIT, range('_', '_')));

    static final CharSet LINE_END =
            union(List.of(range('\n', '\n'), range('\r', '\r'), range(0x2028, 0x2029)));

    /// White space and line ends after ECMA-262.
    static final CharSet SPACE =
            union(
                    List.of(
                            LINE_END,
                            range('\t', '\t'),
                            range(0x0B, 0x0C),
                            range(' ', ' '),
                            range(0xA0, 0xA0),
                            range(0x1680, 0x1680),
                            range(0x2000, 0x200A),
                            range(0x202F, 0x202F),
                            range(0x205F, 0x205F),
                            range(0x3000, 0x3000),
                            range(0xFEFF, 0xFEFF)));

    static CharSet range(int from, int to) {
        return new CharSet(List.of(new Range(from, to)));
    }

    static CharSet union(List<CharSet> sets) {
        List<Range> sorted =
                sets.stream()
                        .flatMap(set -> set.ranges.stream())
                        .sorted(Comparator.comparingInt(Range::from))
                        .toList();
        List<Range> merged = new ArrayList<>();
        for (Range next : sorted) {
            if (!merged.isEmpty() && next.from <= merged.getLast().to + 1) {
                Range last = merged.removeLast();
                merged.add(new Range(last.from, Math.max(last.to, next.to)));
            } else {
                merged.add(next);
            }
        }
        return new CharSet(List.copyOf(merged));
    }

    /// All code points but these.
    CharSet others() {
        List<Range> left = new ArrayList<>();
        for (Range whole : ANY.ranges) {
            int from = whole.from;
            for (Range gone : ranges) {
                if (gone.to < from || gone.from > whole.to) {
                    continue;
                }
                if (gone.from > from) {
                    left.add(new Range(from, gone.from - 1));
                }
                from = gone.to + 1;
            }
            if (from <= whole.to) {
                left.add(new Range(from, whole.to));
            }
        }
        return new CharSet(List.copyOf(left));
    }
}
