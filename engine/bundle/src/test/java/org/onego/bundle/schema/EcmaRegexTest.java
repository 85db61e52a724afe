package org.onego.bundle.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onego.bundle.schema.EcmaRegex.Outcome;
import tools.jackson.core.JsonPointer;

/// Regular expressions mean what ECMA-262 says, and never take long.
class EcmaRegexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^\\d$    | 7      | true",
                "^\\d$    | ７      | false",
                "^\\p{digit}$ | ７  | true",
                "^\\w$    | é      | false",
                "^\\W$    | é      | true",
                "^\\S$    | 中     | true",
                "^.$      | 𠮷     | true",
                "^\\p{Script=Han}+$ | 张三 | true",
                "^\\p{L}+$ | 张三 | true",
                "^\\P{sc=Han}+$ | 张三 | false",
                "^[一-龥·]{2,20}$ | 阿卜杜·拉 | true",
                "^(?<year>\\d{4})-\\k<year>$ | 2026-2026 | true",
                "b        | abc    | true",
                "^冀[A-Z][A-Z0-9]{5,6}$ | 冀F12345 | true",
            })
    void meansWhatTheStandardSays(String pattern, String text, boolean matches) {
        assertThat(new EcmaRegex(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void theEndIsTheEndAndNoLineBreakBefore() {
        assertThat(new EcmaRegex("^a$").matches("a\n")).isFalse();
        assertThat(new EcmaRegex("^\\s$").matches("\u3000")).isTrue();
    }

    @Test
    void aHostilePatternIsCutOff() {
        EcmaRegex regex = new EcmaRegex("^(a+)+$");
        String attack = "a".repeat(60) + "!";
        assertThat(regex.match(attack, Duration.ofMillis(20))).isEqualTo(Outcome.TOO_SLOW);
        assertThat(regex.match("a".repeat(60), Duration.ofSeconds(5))).isEqualTo(Outcome.MATCHES);
    }

    @Test
    void anInterruptedThreadStillGetsItsAnswer() {
        Thread.currentThread().interrupt();
        Outcome outcome = new EcmaRegex("^(a|b)*c$").match("ab".repeat(100_000), EcmaRegex.LIMIT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isEqualTo(Outcome.DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^([a-z]+)*$",
                "^(a|aa)+$",
                "^(\\w+\\s?)*$",
                "(x+x+)+y",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "^(?:[一-龥]+·?)+$",
            })
    void patternsThatExplodeAreFound(String pattern) {
        assertThat(PatternCheck.problem(JsonPointer.empty(), pattern))
                .hasValueSatisfying(problem ->
                        assertThat(problem.kind()).isEqualTo(SchemaProblem.Kind.SLOW_PATTERN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
                "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$",
                "^(/[^/]+)+$",
                "^[2-4][0-9]\\+[0-6]$",
                "^(?:[一-龥·]{2,20}|[A-Za-z ]{2,50})$",
                "^([0-9]{4}-){3}[0-9]{4}$",
            })
    void honestPatternsPass(String pattern) {
        assertThat(PatternCheck.problem(JsonPointer.empty(), pattern)).isEmpty();
    }

    @Test
    void aRepeatedEmptyGroupIsRefusedWithAReason() {
        assertThatThrownBy(() -> new EcmaRegex("(?:){2}"))
                .isInstanceOf(EcmaRegex.BadPattern.class)
                .hasMessageContaining("empty group");
    }
}
