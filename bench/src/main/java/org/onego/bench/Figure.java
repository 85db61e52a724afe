package org.onego.bench;

import org.jspecify.annotations.Nullable;

/// One line of a table.
///
/// @param what is done
/// @param value nanoseconds or bytes: the median of the rounds, or a percentile of single calls
/// @param baseline the line it is compared with, or null for a baseline
/// @param limit of the value, or null where there is none
/// @param atMost how many times the baseline it may be, or null where there is no such limit
record Figure(
        String what,
        double value,
        Unit unit,
        @Nullable Figure baseline,
        @Nullable Double limit,
        @Nullable Double atMost) {

    enum Unit {
        TIME,
        BYTES
    }

    static Figure baseline(String what, double nanos) {
        return new Figure(what, nanos, Unit.TIME, null, null, null);
    }

    /// Beside a baseline, without a limit.
    static Figure of(String what, double nanos, Figure baseline) {
        return new Figure(what, nanos, Unit.TIME, baseline, null, null);
    }

    /// @param most in nanoseconds
    static Figure within(String what, double nanos, Figure baseline, double most) {
        return new Figure(what, nanos, Unit.TIME, baseline, most, null);
    }

    /// @param times the baseline that it may take at most
    static Figure times(String what, double nanos, Figure baseline, double times) {
        return new Figure(what, nanos, Unit.TIME, baseline, null, times);
    }

    double ratio() {
        return baseline == null ? 1 : value / baseline.value();
    }

    boolean holds() {
        return (limit == null || value <= limit) && (atMost == null || ratio() <= atMost);
    }
}
