package org.onego.casefile.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Administrative days are Chinese days, wherever the server is.
public final class ChinaDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ChinaDay() {}

    public static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
