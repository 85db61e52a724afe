package org.onego.examples.department;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Writes one text that a regular expression matches: literals, `\d` `\w`, classes, groups,
/// alternatives and quantifiers. That is what patterns of certificate numbers use; anything else
/// ends without a text.
final class PatternText {

    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final String pattern;
    private final RandomGenerator random;
    private int at;

    PatternText(String pattern, RandomGenerator random) {
        this.pattern = pattern;
        this.random = random;
    }

    Optional<String> generate() {
        try {
            String text = alternatives();
            return at == pattern.length() ? Optional.of(text) : Optional.empty();
        } catch (Unknown _) {
            return Optional.empty();
        }
    }

    private String alternatives() {
        List<String> choices = new ArrayList<>();
        choices.add(sequence());
        while (peek() == '|') {
            at++;
            choices.add(sequence());
        }
        return choices.get(random.nextInt(choices.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            char c = peek();
            if (c == '^' || c == '$') {
                at++;
                continue;
            }
            int start = at;
            String once = atom();
            int times = times();
            int after = at;
            for (int i = 0; i < times; i++) {
                at = start; // each repetition draws anew
                text.append(i == 0 ? once : atom());
            }
            at = after;
        }
        return text.toString();
    }

    private String atom() {
        char c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> pick(characters());
            case '\\' -> pick(escaped(next()));
            case '.' -> pick(DIGITS);
            case '*', '+', '?', '{' -> throw new Unknown();
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (peek() == '?') {
            at++;
            if (next() != ':') { // look-arounds and the like
                throw new Unknown();
            }
        }
        String text = alternatives();
        if (next() != ')') {
            throw new Unknown();
        }
        return text;
    }

    private String characters() {
        if (peek() == '^') {
            throw new Unknown();
        }
        StringBuilder all = new StringBuilder();
        while (peek() != ']') {
            char c = next();
            String known = c == '\\' ? escaped(next()) : String.valueOf(c);
            if (peek() == '-'
                    && at + 1 < pattern.length()
                    && pattern.charAt(at + 1) != ']'
                    && known.length() == 1) {
                at++;
                char last = next();
                for (char d = known.charAt(0); d <= last; d++) {
                    all.append(d);
                }
            } else {
                all.append(known);
            }
        }
        at++;
        return all.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'd' -> DIGITS;
            case 'w' -> CAPITALS + DIGITS;
            case 'b', 'B', 'p', 'P', 'D', 'W', 'S', 'k', 'u', 'x' -> throw new Unknown();
            case 's' -> " ";
            default -> String.valueOf(c);
        };
    }

    private int times() {
        return switch (peek()) {
            case '?', '*' -> {
                at++;
                yield 0;
            }
            case '+' -> {
                at++;
                yield 1;
            }
            case '{' -> {
                int close = pattern.indexOf('}', at);
                String[] bounds =
                        pattern.substring(at + 1, close < 0 ? at + 1 : close).split(",", -1);
                if (close < 0 || !bounds[0].matches("\\d{1,3}")) {
                    throw new Unknown();
                }
                at = close + 1;
                yield Integer.parseInt(bounds[0]);
            }
            default -> 1;
        };
    }

    private String pick(String characters) {
        if (characters.isEmpty()) {
            throw new Unknown();
        }
        return String.valueOf(characters.charAt(random.nextInt(characters.length())));
    }

    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : '\0';
    }

    private char next() {
        if (at >= pattern.length()) {
            throw new Unknown();
        }
        return pattern.charAt(at++);
    }
}
