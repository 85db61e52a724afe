package org.onego.bundle.merge;

import org.jspecify.annotations.Nullable;

/// A subject of whom there may be several, each a row in the items' documents.
///
/// @param rows how many there are now
/// @param least how few the items accept
/// @param most how many they accept
public record RepeatedSubject(String subject, int rows, int least, int most) {

    static RepeatedSubject of(
            String subject, @Nullable Integer said, int usual, int least, int most) {
        int rows = said == null ? usual : said;
        return new RepeatedSubject(
                subject, Math.clamp(rows, least, Math.max(least, most)), least, most);
    }

    /// For two groups of the same subject.
    RepeatedSubject and(RepeatedSubject other) {
        int lowest = Math.max(least, other.least);
        int highest = Math.min(most, other.most);
        return new RepeatedSubject(
                subject,
                Math.clamp(Math.max(rows, other.rows), lowest, Math.max(lowest, highest)),
                lowest,
                highest);
    }
}
