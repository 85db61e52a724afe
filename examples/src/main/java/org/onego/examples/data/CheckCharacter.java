package org.onego.examples.data;

/// ISO 7064 MOD 37,36, the check character of certificate identifiers (GB/T 36904).
public final class CheckCharacter {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private CheckCharacter() {}

    /// @param text digits and upper-case letters
    public static char of(String text) {
        int product = 36;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException(
                        "'"
                                + text.charAt(i)
                                + "' at "
                                + i
                                + " of '"
                                + text
                                + "' is neither 0-9 nor A-Z.");
            }
            int sum = (product + value) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.charAt((37 - product) % 36);
    }
}
