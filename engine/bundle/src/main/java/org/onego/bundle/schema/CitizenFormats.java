package org.onego.bundle.schema;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The formats of this field, beside those of JSON Schema. "Past" includes today and now.
public final class CitizenFormats {

    /// Dates of administration are dates in China, wherever the server stands.
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                    .withResolverStyle(ResolverStyle.STRICT);

    /// 证照标识 after GB/T 36904.
    public static final String CERTIFICATE_IDENTIFIER = "cn-certificate-id";

    /// The first two digits of GB/T 2260: provinces, autonomous regions, municipalities, special
    /// administrative regions.
    private static final Set<String> PROVINCES =
            Set.of(
                    ("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54"
                                    + " 61 62 63 64 65 66 71 81 82")
                            .split(" "));

    private CitizenFormats() {}

    /// The formats by name. A format says something about strings only.
    public static Map<String, Predicate<String>> at(InstantSource clock) {
        Map<String, Predicate<String>> formats = new LinkedHashMap<>();
        formats.put("cn-id-number", CheckDigits::isValidCitizenId);
        formats.put("cn-uscc", CheckDigits::isValidCreditCode);
        formats.put("cn-mobile", text -> text.matches("1[3-9][0-9]{9}"));
        formats.put("cn-region", CitizenFormats::isRegion);
        formats.put("cn-bank-card", CheckDigits::isValidBankCard);
        // Its check character is only doubted, see CertificateIdentifier.
        formats.put(CERTIFICATE_IDENTIFIER, text -> CertificateIdentifier.of(text).isPresent());
        formats.put(
                "past-date",
                text ->
                        date(text)
                                .filter(date -> !date.isAfter(now(clock).toLocalDate()))
                                .isPresent());
        formats.put("local-date-time", text -> dateTime(text).isPresent());
        formats.put(
                "past-date-time",
                text -> dateTime(text).filter(time -> !time.isAfter(now(clock))).isPresent());
        return formats;
    }

    /// Which counties there are changes every year; which provinces there are does not.
    private static boolean isRegion(String text) {
        return text.matches("[0-9]{6}") && PROVINCES.contains(text.substring(0, 2));
    }

    private static LocalDateTime now(InstantSource clock) {
        return LocalDateTime.ofInstant(clock.instant(), ZONE);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DATE));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> dateTime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, DATE_TIME));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
