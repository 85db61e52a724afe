package org.onego.casefile.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the citizen thinks of how a case was handled (好差评).
///
/// @param level 5 非常满意 … 1 非常不满意, as national data has it (GB/T 39046 A.8 counts the other way:
///   [#standardCode])
/// @param options codes of the options ticked, of this level
/// @param text at most 150 characters, or null
public record Rating(int level, List<String> options, @Nullable String text, Instant at) {
    public Rating {
        options = List.copyOf(options);
    }

    /// 满意度代码 after GB/T 39046 A.8: 1 非常满意 … 5 非常不满意.
    public String standardCode() {
        return String.valueOf(6 - level);
    }
}
