package org.onego.examples.certificates;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How answers about one type go wrong.
///
/// @param type id of a certificate type or register, or `*` for all
/// @param delay before each answer, wrong or not
/// @param failRate share of the answers that go wrong, 0 to 1
public record Fault(String type, Mode mode, Duration delay, double failRate) {

    /// What goes wrong.
    public enum Mode {
        /// Nothing but the delay; with a `failRate` that share fails like `ERROR`.
        OK,
        /// HTTP 503.
        ERROR,
        /// HTTP 200 with JSON that breaks off in the middle.
        GARBAGE,
        /// No answer ever comes.
        TIMEOUT,
        /// Somebody else's certificate.
        FOREIGN,
        /// The certificate's validity ended yesterday.
        EXPIRED,
        /// The certificate was cancelled (已注销).
        REVOKED,
        /// A signature that is somebody else's.
        FORGED,
        /// Attributes of another type: a list where a text should be, a text where a number should.
        MISTYPED,
        /// Id numbers that lack their last digit.
        SHORTENED,
        /// Status 100: no right to read this type.
        DENIED,
        /// Status 113: the type code is unknown.
        UNKNOWN,
        /// An answer of fifty megabytes.
        BIG;

        static String all() {
            return Arrays.stream(values())
                    .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("|"));
        }

        static Optional<Mode> named(String name) {
            return Arrays.stream(values())
                    .filter(mode -> mode.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    public Fault {
        if (!(failRate >= 0 && failRate <= 1)) {
            throw new IllegalArgumentException(
                    "failRate must be from 0 to 1, not " + failRate + ".");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delayMs must not be negative.");
        }
    }

    /// `TYPE:MODE[:DELAY_MS[:FAIL_RATE]]`, as on the command line.
    ///
    /// @throws IllegalArgumentException says what is wrong
    public static Fault parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not TYPE:MODE[:DELAY_MS[:FAIL_RATE]].");
        }
        try {
            return of(
                    parts[0],
                    parts[1],
                    parts.length > 2 ? Long.parseLong(parts[2]) : 0,
                    parts.length > 3 ? Double.parseDouble(parts[3]) : Double.NaN);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a delay or a rate that is no number.", e);
        }
    }

    /// @param failRate NaN for the usual one: everything goes wrong, except in mode `ok`
    static Fault of(String type, String modeName, long delayMs, double failRate) {
        Mode mode =
                Mode.named(modeName)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "There is no mode '"
                                                + modeName
                                                + "'; choose one of "
                                                + Mode.all()
                                                + "."));
        double usual = mode == Mode.OK ? 0 : 1;
        return new Fault(
                type.isEmpty() ? "*" : type,
                mode,
                Duration.ofMillis(delayMs),
                Double.isNaN(failRate) ? usual : failRate);
    }
}
