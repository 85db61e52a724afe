package org.onego.bundle.schema.intersect;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.onego.bundle.schema.CitizenFormats;

/// A format of OneGo whose answer may change with the date: a day that is not past now will be. An
/// intersection is computed once and used for years, so an answer of which that is true must not go
/// into it.
final class LastingFormat implements Format {

    private static final InstantSource LATER = () -> Instant.parse("9999-12-31T00:00:00Z");

    private static final ThreadLocal<Boolean> DATE_MATTERED = ThreadLocal.withInitial(() -> false);

    private final String name;
    private final Predicate<String> now;
    private final Predicate<String> later;

    private LastingFormat(String name, Predicate<String> now, Predicate<String> later) {
        this.name = name;
        this.now = now;
        this.later = later;
    }

    static List<Format> all(InstantSource clock) {
        Map<String, Predicate<String>> later = CitizenFormats.at(LATER);
        return CitizenFormats.at(clock).entrySet().stream()
                .<Format>map(format ->
                        new LastingFormat(
                                format.getKey(),
                                format.getValue(),
                                later.getOrDefault(format.getKey(), format.getValue())))
                .toList();
    }

    /// From here on, notices on this thread whether an answer depended on the date.
    static void startListening() {
        DATE_MATTERED.set(false);
    }

    static boolean dateMattered() {
        return DATE_MATTERED.get();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        boolean matches = now.test(value);
        if (matches != later.test(value)) {
            DATE_MATTERED.set(true);
        }
        return matches;
    }
}
