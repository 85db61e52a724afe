package org.onego.renderer.field;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Long numbers in groups, as people read them aloud. Only what looks complete is grouped: what is
/// still wrong is shown as it was typed.
enum Grouping {
    ID_NUMBER("\\d{17}[\\dX]", 6, 8, 4),
    MOBILE("\\d{11}", 3, 4, 4),
    BANK_ACCOUNT("\\d{12,19}", 4, 4, 4, 4, 4);

    private static final Pattern AMOUNT = Pattern.compile("\\d{4,15}(\\.\\d{1,2})?");

    private final Pattern complete;
    private final List<Integer> lengths;

    Grouping(String complete, Integer... lengths) {
        this.complete = Pattern.compile(complete);
        this.lengths = List.copyOf(Arrays.asList(lengths));
    }

    /// For the page's script: `6 8 4`.
    String lengths() {
        return lengths.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    String apply(String value) {
        if (!complete.matcher(value).matches()) {
            return value;
        }
        List<String> groups = new ArrayList<>();
        int at = 0;
        for (int length : lengths) {
            if (at < value.length()) {
                groups.add(value.substring(at, Math.min(at + length, value.length())));
                at += length;
            }
        }
        return String.join(" ", groups);
    }

    /// 12,800.50
    static String money(String value) {
        if (!AMOUNT.matcher(value).matches()) {
            return value;
        }
        return String.format(
                java.util.Locale.ROOT,
                "%,." + Math.max(new BigDecimal(value).scale(), 0) + "f",
                new BigDecimal(value));
    }
}
