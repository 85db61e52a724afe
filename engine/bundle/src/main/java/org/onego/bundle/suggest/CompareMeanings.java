package org.onego.bundle.suggest;

import java.util.HashMap;
import java.util.Map;

/// How alike two titles are, from what they ask for alone.
final class CompareMeanings {

    private static final double SOUND = 0.9;
    private static final double PART = 0.4;
    private static final double PART_LENGTH = 0.4;
    private static final double WIDE_PART = 0.3;
    private static final double LETTERS = 0.8;
    private static final double FROM_NAME = 0.9;

    private final Pinyin pinyin;

    CompareMeanings(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    double compare(Meaning left, Meaning right) {
        double like = things(left, right);
        if (left.wide() && right.wide()) {
            like *= 0.8;
        }
        double trust = left.fromName() || right.fromName() ? FROM_NAME : 1;
        return like * trust;
    }

    boolean soundAlike(Meaning left, Meaning right) {
        return !left.what().equals(right.what())
                && ReadTitle.isChinese(left.what())
                && ReadTitle.isChinese(right.what())
                && pinyin.letters(left.what()).equals(pinyin.letters(right.what()));
    }

    private double things(Meaning left, Meaning right) {
        if (left.what().equals(right.what())) {
            return 1;
        }
        if (soundAlike(left, right)) {
            return SOUND;
        }
        boolean leftIsShorter = left.what().length() <= right.what().length();
        Meaning shorter = leftIsShorter ? left : right;
        Meaning longer = leftIsShorter ? right : left;
        if (longer.what().contains(shorter.what())) {
            if (shorter.wide()) {
                return WIDE_PART;
            }
            return PART + PART_LENGTH * shorter.what().length() / longer.what().length();
        }
        // Words in use mean what they mean: 开户银行 isn't 户名, however many characters they share.
        return left.known() && right.known() ? 0 : LETTERS * shared(left.what(), right.what());
    }

    /// The share of neighbouring characters that both have (Dice).
    private static double shared(String left, String right) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < left.length(); i++) {
            pairs.merge(left.substring(i, i + 2), 1, Integer::sum);
        }
        int both = 0;
        for (int i = 0; i + 1 < right.length(); i++) {
            String pair = right.substring(i, i + 2);
            int count = pairs.getOrDefault(pair, 0);
            if (count > 0) {
                pairs.put(pair, count - 1);
                both++;
            }
        }
        int all = left.length() + right.length() - 2;
        return all <= 0 ? 0 : 2.0 * both / all;
    }
}
