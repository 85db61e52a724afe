package org.onego.bundle.schema;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.onego.bundle.schema.EcmaRegex.Outcome;
import org.onego.bundle.schema.SchemaProblem.Kind;
import tools.jackson.core.JsonPointer;

/// Whether a regular expression is one after ECMA-262, and whether it can be made to take very
/// long.
///
/// The second is tried, not computed: the pattern is matched with repetitions of letters and pairs
/// of letters out of itself that end in something else. A pattern that backtracks exponentially is
/// still at it when the time is up. Only a repeated group can do that, so that most patterns need
/// no trial.
final class PatternCheck {

    private static final Duration LIMIT = Duration.ofMillis(100);

    /// Before a pattern is called slow it gets this long: the machine may have been busy.
    private static final Duration SECOND_CHANCE = Duration.ofSeconds(1);

    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+{]");
    private static final Set<String> NONE = Set.of();

    private static final int REPEATED = 40;
    private static final int LETTERS = 14;

    /// Only honest patterns are kept, so that these are tried once in a program's life.
    private static final ConcurrentMap<String, Boolean> FAST = new ConcurrentHashMap<>();

    private static final int REMEMBERED = 10_000;

    private PatternCheck() {}

    static Optional<SchemaProblem> problem(JsonPointer at, String pattern) {
        if (FAST.containsKey(pattern)) {
            return Optional.empty();
        }
        EcmaRegex regex;
        try {
            regex = new EcmaRegex(pattern);
        } catch (EcmaRegex.BadPattern bad) {
            return Optional.of(
                    new SchemaProblem(
                            Kind.BAD_PATTERN,
                            at,
                            "'"
                                    + pattern
                                    + "' is not a regular expression after ECMA-262: "
                                    + bad.getMessage(),
                            "correct the expression"));
        }
        for (String attack : REPEATED_GROUP.matcher(pattern).find() ? attacks(pattern) : NONE) {
            if (slow(regex, attack)) {
                return Optional.of(
                        new SchemaProblem(
                                Kind.SLOW_PATTERN,
                                at,
                                "'"
                                        + pattern
                                        + "' takes very long with a text like '"
                                        + attack.substring(0, 6)
                                        + "…'",
                                "don't repeat what repeats itself: write [a-z]+, not ([a-z]+)*"));
            }
        }
        if (FAST.size() < REMEMBERED) {
            FAST.put(pattern, true);
        }
        return Optional.empty();
    }

    private static boolean slow(EcmaRegex regex, String attack) {
        return regex.match(attack, LIMIT) == Outcome.TOO_SLOW
                && regex.match(attack, SECOND_CHANCE) == Outcome.TOO_SLOW;
    }

    private static Set<String> attacks(String pattern) {
        Set<String> letters = new LinkedHashSet<>();
        pattern.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> !"\\^$.|?*+()[]{}".contains(letter))
                .limit(LETTERS)
                .forEach(letters::add);
        letters.add("a");
        letters.add("0");
        letters.add("中");
        letters.add(" ");
        Set<String> attacks = new LinkedHashSet<>();
        for (String first : letters) {
            attacks.add(first.repeat(REPEATED) + "\u0001");
        }
        for (String first : letters) {
            for (String second : letters) {
                attacks.add((first + second).repeat(REPEATED) + "\u0001");
            }
        }
        return attacks;
    }
}
