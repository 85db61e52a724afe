package org.onego.examples.department;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Texts of a format or a pattern, for results that are made up.
final class SampleText {

    private static final String PERSON_WEIGHTS = "10X98765432";
    private static final int[] PERSON_FACTORS = {
        7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
    };

    private SampleText() {}

    /// Empty for a format that has no sample.
    static Optional<String> ofFormat(String format, LocalDate today, RandomGenerator random) {
        return switch (format) {
            case "date", "past-date" -> Optional.of(today.toString());
            case "local-date-time", "past-date-time" -> Optional.of(today + "T00:00");
            case "cn-id-number" -> Optional.of(personNumber(today, random));
            case "cn-mobile" -> Optional.of("1380000" + digits(4, random));
            case "cn-bank-card" -> Optional.of(bankCard(random));
            case "cn-region" -> Optional.of("130602");
            default -> Optional.empty();
        };
    }

    /// A text that matches; empty when the pattern uses something that this small generator doesn't
    /// know.
    static Optional<String> ofPattern(String pattern, RandomGenerator random) {
        return new PatternText(pattern, random)
                .generate()
                .filter(text -> text.matches(".*(?:" + pattern + ").*"));
    }

    static String digits(int count, RandomGenerator random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(i == 0 ? 1 + random.nextInt(9) : random.nextInt(10));
        }
        return digits.toString();
    }

    private static String personNumber(LocalDate born, RandomGenerator random) {
        String first = "130602" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + digits(3, random);
        int sum = 0;
        for (int i = 0; i < first.length(); i++) {
            sum += (first.charAt(i) - '0') * PERSON_FACTORS[i];
        }
        return first + PERSON_WEIGHTS.charAt(sum % 11);
    }

    private static String bankCard(RandomGenerator random) {
        String first = "621700" + digits(12, random);
        for (int check = 0; check < 10; check++) {
            String card = first + check;
            int sum = 0;
            for (int i = 0; i < card.length(); i++) {
                int digit = card.charAt(card.length() - 1 - i) - '0';
                int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
                sum += i % 2 == 0 ? digit : doubled;
            }
            if (sum % 10 == 0) {
                return card;
            }
        }
        throw new IllegalStateException(
                String.format(
                        Locale.ROOT, "One of ten digits always completes %s by Luhn.", first));
    }
}
