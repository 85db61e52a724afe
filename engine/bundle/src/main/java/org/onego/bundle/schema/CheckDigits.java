package org.onego.bundle.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Check digits of the identifiers used in China. Each routine takes the text without its check
/// digit and gives the digit; `isValid…` takes the whole.
public final class CheckDigits {

    private static final String A36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String A31 = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ID_DIGITS = "10X98765432";
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private CheckDigits() {}

    /// ISO 7064 MOD 37,36: the last character of a certificate identifier (证照标识, GB/T 36904).
    ///
    /// @param text digits and upper-case letters only
    public static char mod37and36(String text) {
        int product = 36;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + index(A36, text.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return A36.charAt((37 - product) % 36);
    }

    /// ISO 7064 MOD 11-2: the last character of a citizen's id number (GB 11643).
    ///
    /// @param first17 17 digits
    public static char citizenId(String first17) {
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += Character.digit(first17.charAt(i), 10) * ID_WEIGHTS[i];
        }
        return ID_DIGITS.charAt(sum % 11);
    }

    /// The last character of a unified social credit code (GB 32100).
    ///
    /// @param first17 17 digits and letters, without I, O, S, V and Z
    public static char creditCode(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += index(A31, first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return A31.charAt((31 - sum % 31) % 31);
    }

    /// The last digit of a bank card number (Luhn).
    ///
    /// @param text digits, without the last
    public static char luhn(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(text.length() - 1 - i), 10);
            int doubled = digit * 2;
            sum += i % 2 != 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /// Whether a text is a citizen's id number: 18 characters, a real date of birth, a right check
    /// digit.
    public static boolean isValidCitizenId(String text) {
        return text.matches("[1-9][0-9]{16}[0-9X]")
                && birthDate(text).isPresent()
                && citizenId(text.substring(0, 17)) == text.charAt(17);
    }

    /// The date of birth that a citizen's id number says, if it is a date.
    public static Optional<LocalDate> birthDate(String citizenId) {
        if (!citizenId.matches("[0-9]{17}[0-9X]")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(citizenId.substring(6, 10)),
                            Integer.parseInt(citizenId.substring(10, 12)),
                            Integer.parseInt(citizenId.substring(12, 14))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Whether a text is a unified social credit code with a right check digit.
    public static boolean isValidCreditCode(String text) {
        return text.matches("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
                && creditCode(text.substring(0, 17)) == text.charAt(17);
    }

    /// Whether a text is a bank card number: 12 to 19 digits with a right check digit.
    public static boolean isValidBankCard(String text) {
        int last = text.length() - 1;
        return text.matches("[0-9]{12,19}") && luhn(text.substring(0, last)) == text.charAt(last);
    }

    private static int index(String alphabet, char letter) {
        int index = alphabet.indexOf(letter);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "'" + letter + "' is not in the alphabet " + alphabet);
        }
        return index;
    }
}
