package org.onego.bundle.schema.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onego.bundle.property.Property;
import org.onego.bundle.schema.EcmaRegex;
import org.onego.bundle.schema.language.TextLanguage.Search;

class TextLanguageTest {

    private static final int ANY = Integer.MAX_VALUE;

    private static TextLanguage texts(String pattern) {
        return TextLanguage.of(pattern).orElseThrow();
    }

    private static TextLanguage both(String one, String other) {
        return texts(one).and(texts(other)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "^a, ^b",
        "x$, y$",
        "^[a-z]+$, ^[0-9]+$",
        "'^\\d{6}$', '^\\d{4}$'",
        "^(ab|cd)$, ^e",
        "^$, .",
        "'^[^a]$', '^a'",
        "'^\\S+$', '^ '",
        "'^[一-龥]{2,4}$', '^[A-Za-z ]+$'"
    })
    void patternsWithoutACommonText(String one, String other) {
        assertThat(both(one, other).find(0, ANY)).isEqualTo(new Search.None());
        assertThat(texts(one).find(0, ANY)).isInstanceOf(Search.Found.class);
        assertThat(texts(other).find(0, ANY)).isInstanceOf(Search.Found.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'^[0-9]{18}$', 0, 17",
        "^a$, 2, 9",
        "^$, 1, 9",
        "^(abc)+$, 4, 5",
        "'^(abc)+$', 4, 5",
        "a, 0, 0",
        "'^.{3}$', 4, 2147483647"
    })
    void patternsWithoutATextOfThatLength(String pattern, int least, int most) {
        assertThat(texts(pattern).find(least, most)).isEqualTo(new Search.None());
    }

    @Test
    void aCharacterBeyondTheFirstPlaneIsOne() {
        assertThat(texts("^𠮷{3}$").find(3, 3)).isEqualTo(new Search.Found("𠮷𠮷𠮷"));
    }

    @Test
    void aTextCanBeLong() {
        assertThat(texts("^a+$").find(500, 500)).isEqualTo(new Search.Found("a".repeat(500)));
    }

    /// An automaton does not know them, or engines differ on them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=a)b",
                "(?!a)",
                "(?<=a)b",
                "(a)\\1",
                "\\bword",
                "\\p{Han}",
                "^^a",
                "(^a)+",
                "a{,3}",
                "a**",
                "[[a]]",
                "[a&&b]",
                "\\c",
                "a{5000}",
                "(",
                "]",
                "\\k<x>",
                "a{2,1}",
                "[b-a]",
                "\\_"
            })
    void whatAutomataDoNotKnowIsLeftAlone(String pattern) {
        assertThat(TextLanguage.of(pattern)).isEmpty();
    }

    @Test
    void theEngineMatchesWhatTheAutomatonFinds() {
        LongAdder found = new LongAdder();
        Property.of("the engine matches what the automaton finds", DrawPattern::pattern)
                .runs(2_000)
                .holds(pattern -> {
                    Optional<TextLanguage> texts = TextLanguage.of(pattern);
                    if (texts.isPresent()
                            && texts.get().find(0, ANY) instanceof Search.Found(String text)) {
                        assertThat(new EcmaRegex(pattern).matches(text))
                                .as("%s on '%s'", pattern, text)
                                .isTrue();
                        found.increment();
                    }
                });
        assertThat(found.sum()).isGreaterThan(1_000);
    }

    record Case(String one, String other, String text) {}

    private static Optional<TextLanguage> bothIfKnown(Case drawn) {
        return TextLanguage.of(drawn.one)
                .flatMap(one -> TextLanguage.of(drawn.other).flatMap(one::and));
    }

    @Test
    void noTextIsLostInAnIntersection() {
        LongAdder matched = new LongAdder();
        Property.of(
                        "no text is lost in an intersection",
                        choices ->
                                new Case(
                                        DrawPattern.pattern(choices),
                                        DrawPattern.pattern(choices),
                                        choices.text(0, 5, DrawPattern.LETTERS)))
                .runs(5_000)
                .holds(drawn -> {
                    Optional<TextLanguage> both = bothIfKnown(drawn);
                    if (both.isPresent()
                            && new EcmaRegex(drawn.one).matches(drawn.text)
                            && new EcmaRegex(drawn.other).matches(drawn.text)) {
                        int length = drawn.text.length();
                        assertThat(both.get().find(length, length))
                                .isInstanceOf(Search.Found.class);
                        matched.increment();
                    }
                });
        assertThat(matched.sum()).isGreaterThan(500);
    }

    @Test
    void whatIsFoundForBothMatchesBoth() {
        Property.of(
                        "what is found for both matches both",
                        choices ->
                                new Case(
                                        DrawPattern.pattern(choices),
                                        DrawPattern.pattern(choices),
                                        ""))
                .runs(2_000)
                .holds(drawn -> {
                    Optional<TextLanguage> both = bothIfKnown(drawn);
                    if (both.isPresent()
                            && both.get().find(0, ANY) instanceof Search.Found(String text)) {
                        assertThat(new EcmaRegex(drawn.one).matches(text)).isTrue();
                        assertThat(new EcmaRegex(drawn.other).matches(text)).isTrue();
                    }
                });
    }
}
