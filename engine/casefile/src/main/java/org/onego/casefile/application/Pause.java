package org.onego.casefile.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time in which the clock of a case stands still (挂起): an entry of its ledger.
///
/// @param reason why, shown to the citizen (启动理由或依据)
/// @param by who stopped the clock
/// @param special what a special procedure says beyond that, or null for a correction
/// @param to null while the clock stands still
/// @param outcome what it came to, or null while it stands still
public record Pause(
        Kind kind,
        String reason,
        Actor by,
        Instant from,
        @Nullable Special special,
        @Nullable Instant to,
        @Nullable Actor endedBy,
        @Nullable String outcome) {

    /// Why a clock stops.
    public enum Kind {
        /// 补正: the citizen has something to bring.
        CORRECTION(null),
        /// 特别程序 A, 延长审批.
        EXTENSION("A"),
        /// 特别程序 B, 其他: hearing, bidding, inspection, testing, expert review (行政许可法 art. 45).
        SPECIAL("B");

        private final @Nullable String code;

        Kind(@Nullable String code) {
            this.code = code;
        }

        /// 特别程序种类 in the exchange of cases, or null where it is none.
        public @Nullable String code() {
            return code;
        }
    }

    /// @param name 特别程序种类名称: 听证, 专家评审, …
    /// @param approvedBy 批准人
    /// @param limitDays 特别程序时限, in working days, told to the citizen in writing
    public record Special(String name, String approvedBy, int limitDays) {}

    public static Pause correction(String reason, Actor by, Instant from) {
        return new Pause(Kind.CORRECTION, reason, by, from, null, null, null, null);
    }

    public static Pause special(Kind kind, String reason, Special special, Actor by, Instant from) {
        return new Pause(kind, reason, by, from, special, null, null, null);
    }

    public boolean isOpen() {
        return to == null;
    }

    Pause ended(Instant at, Actor endedBy, @Nullable String outcome) {
        return new Pause(kind, reason, by, from, special, at, endedBy, outcome);
    }
}
