package org.onego.bundle.pack;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds what somebody probably meant.
public final class Nearest {

    private static final int LISTED = 12;

    private Nearest() {}

    /// Did they mean a known name? Otherwise which names there are; otherwise the last resort.
    public static String advice(String word, Collection<String> known, String otherwise) {
        Optional<String> nearest = to(word, known);
        if (nearest.isPresent()) {
            return "did you mean '" + nearest.get() + "'?";
        }
        return known.isEmpty() || known.size() > LISTED
                ? otherwise
                : "use one of " + known.stream().sorted().collect(Collectors.joining(", "));
    }

    static Optional<String> to(String word, Collection<String> known) {
        int limit = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(name -> distance(word, name) <= limit)
                .min(
                        Comparator.comparingInt((String name) -> distance(word, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// How many letters must be put in, left out, replaced or swapped with the next one.
    private static int distance(String from, String to) {
        String left = from.toLowerCase(java.util.Locale.ROOT);
        String right = to.toLowerCase(java.util.Locale.ROOT);
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int step(int[][] cost, String left, String right, int i, int j) {
        int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(
                        cost[i - 1][j - 1] + replaced,
                        Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
