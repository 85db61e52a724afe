package org.onego.renderer.field;

import org.onego.bundle.element.Mask;

/// Masks personal values on the server, after the rules for government service pages (domain rules:
/// name, id number, mobile, address, bank account). What leaves here is safe to show to the person
/// concerned.
public final class Masker {

    private static final char STAR = '*';

    private Masker() {}

    public static String mask(Mask kind, String value) {
        return switch (kind) {
            case NAME ->
                    value.isEmpty()
                            ? value
                            : STAR + value.substring(value.offsetByCodePoints(0, 1));
            case ID -> value.length() == 18 ? citizenId(value) : middleThird(value);
            case MOBILE ->
                    value.length() == 11
                            ? value.substring(0, 3) + "****" + value.substring(7)
                            : middleThird(value);
            case BANK ->
                    value.length() > 10
                            ? value.substring(0, 6)
                                    + stars(value.length() - 10)
                                    + value.substring(value.length() - 4)
                            : middleThird(value);
            case ADDRESS, OTHER -> middleThird(value);
        };
    }

    /// Digits 1, 5–12 and 18 stay readable, so that the person can check the birth date.
    private static String citizenId(String value) {
        return value.charAt(0) + "***" + value.substring(4, 12) + "*****" + value.charAt(17);
    }

    private static String middleThird(String value) {
        int shown = value.length() / 3;
        return value.substring(0, shown)
                + stars(value.length() - 2 * shown)
                + value.substring(value.length() - shown);
    }

    private static String stars(int count) {
        return String.valueOf(STAR).repeat(Math.max(count, 1));
    }
}
