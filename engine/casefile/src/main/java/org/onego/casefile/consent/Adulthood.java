package org.onego.casefile.consent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Who is a child. Children under 18 have guardians who act for them (民法典 art. 17, 27).
final class Adulthood {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int YEARS = 18;

    private Adulthood() {}

    /// @param idNo 公民身份号码; digits 7 to 14 are the birth date. Whoever has another number is taken
    ///   for an adult, for whom nobody else can agree
    static boolean isChild(String idNo, Instant now) {
        if (idNo.length() != 18) {
            return false;
        }
        try {
            LocalDate born =
                    LocalDate.parse(idNo.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
            return born.plusYears(YEARS).isAfter(LocalDate.ofInstant(now, CHINA));
        } catch (DateTimeException _) {
            return false;
        }
    }
}
