package org.onego.examples.certificates;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How many calls a day the service answers (每日调用上限), in all its styles together.
final class Cap {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private @Nullable Long most;
    private LocalDate day;
    private long made;

    Cap(Clock clock) {
        this.clock = clock;
        this.day = today();
    }

    /// @param calls null for as many as anybody likes
    synchronized void set(@Nullable Long calls) {
        most = calls;
        made = 0;
    }

    synchronized @Nullable Long most() {
        return most;
    }

    synchronized long made() {
        return day.equals(today()) ? made : 0;
    }

    /// Takes one call; false when there is none left today.
    synchronized boolean take() {
        if (!day.equals(today())) {
            day = today();
            made = 0;
        }
        if (most != null && made >= most) {
            return false;
        }
        made++;
        return true;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
