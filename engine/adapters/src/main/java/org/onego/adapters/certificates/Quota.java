package org.onego.adapters.certificates;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The calls a day that a source allows (每日调用上限), counted over all servers.
final class Quota {

    /// A day of the service begins at midnight in China.
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final String source;
    private final @Nullable Long cap;
    private final ToLongFunction<String> counter;
    private final InstantSource clock;
    private final AtomicReference<@Nullable LocalDate> exhausted = new AtomicReference<>();
    private final AtomicReference<@Nullable LocalDate> countedOn = new AtomicReference<>();
    private final AtomicLong used = new AtomicLong();

    /// @param counter the next number of a series
    Quota(String source, @Nullable Long cap, ToLongFunction<String> counter, InstantSource clock) {
        this.source = source;
        this.cap = cap;
        this.counter = counter;
        this.clock = clock;
    }

    @Nullable Long cap() {
        return cap;
    }

    /// As far as this server has seen; 0 where nothing is counted.
    long usedToday() {
        return today().equals(countedOn.get()) ? used.get() : 0;
    }

    /// Takes one call of today's; false when there is none left.
    boolean take() {
        if (cap == null) {
            return true;
        }
        LocalDate today = today();
        if (today.equals(exhausted.get())) {
            return false;
        }
        long number = counter.applyAsLong("certificates-" + source + "-" + today);
        if (!today.equals(countedOn.getAndSet(today))) {
            used.set(0);
        }
        used.accumulateAndGet(Math.min(number, cap), Math::max);
        if (number > cap) {
            exhausted.set(today);
            return false;
        }
        return true;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
