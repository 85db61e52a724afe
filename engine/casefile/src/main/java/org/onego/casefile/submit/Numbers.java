package org.onego.casefile.submit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Makes the numbers under which people speak of applications and cases (办件编号).
///
/// No national layout is published. Ours: `YJS`, the region (6), the day (8), a serial number of
/// that region and day (6) and a check digit (ISO 7064 MOD 11,10 over the digits), which catches a
/// mistyped or swapped digit. A case of an item whose code is known has that code, the day and a
/// serial number (6); otherwise the application's number and its place in it.
public final class Numbers {

    /// Administrative days are Chinese days, wherever the server is.
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String PREFIX = "YJS";

    private final Serials serials;

    public Numbers(Serials serials) {
        this.serials = serials;
    }

    /// @param region GB/T 2260 code of six digits
    public String application(String region, Instant at) {
        String digits = region + day(at);
        digits += six(serials.next(PREFIX + digits));
        return PREFIX + digits + checkDigit(digits);
    }

    /// @param itemCode 实施编码 or 基本编码, or null where it is not known
    /// @param place of the item in the application, from 1
    public String caseNumber(
            @Nullable String itemCode, Instant at, String applicationNumber, int place) {
        if (itemCode == null) {
            return applicationNumber + "-" + String.format("%02d", place);
        }
        String series = itemCode + day(at);
        return series + six(serials.next(series));
    }

    /// Whether this is a number of an application, as far as can be seen from it.
    public static boolean isApplicationNumber(String number) {
        if (!number.matches(PREFIX + "\\d{21}")) {
            return false;
        }
        String digits = number.substring(PREFIX.length());
        int last = digits.length() - 1;
        return digits.charAt(last) == checkDigit(digits.substring(0, last));
    }

    /// ISO 7064 MOD 11,10.
    static char checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String six(long serial) {
        return String.format("%06d", serial);
    }
}
