package org.onego.bundle.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The words of public forms (`words.yaml`): what means the same, and whom a title speaks of.
final class Words {

    /// A thing asked for, or somebody spoken of.
    ///
    /// @param canonical stands for all words that mean it
    /// @param wide says little by itself
    record Word(String canonical, boolean person, boolean wide) {}

    /// Read once, when the first suggestion is asked for.
    private static final class Standard {
        static final Words WORDS = read();
    }

    private final Map<String, Word> chinese = new LinkedHashMap<>();
    private final Map<String, Word> english = new HashMap<>();
    private final Map<String, Word> columns = new HashMap<>();
    private final Set<String> fillers = new HashSet<>();
    private final Set<String> columnEnds = new HashSet<>();
    private final Pinyin pinyin;
    private final int longest;

    private Words(JsonNode file) {
        Map<String, String> readings = new HashMap<>();
        file.path("readings")
                .forEachEntry((word, reading) -> readings.put(word, reading.stringValue()));
        pinyin = new Pinyin(readings);
        file.path("things").forEach(line -> add(line, false));
        file.path("people").forEach(line -> add(line, true));
        hear();
        file.path("fillers").forEach(filler -> fillers.add(filler.stringValue()));
        file.path("columnEnds").forEach(end -> columnEnds.add(end.stringValue()));
        longest = chinese.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    static Words standard() {
        return Standard.WORDS;
    }

    private static Words read() {
        try (InputStream file =
                Objects.requireNonNull(Words.class.getResourceAsStream("words.yaml"))) {
            return new Words(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("words.yaml can't be read", e);
        }
    }

    private void add(JsonNode line, boolean person) {
        Word word =
                new Word(
                        clean(line.path("zh").path(0).asString("")),
                        person,
                        line.path("wide").asBoolean(false));
        line.path("zh").forEach(each -> chinese.putIfAbsent(clean(each.stringValue()), word));
        line.path("en").forEach(name -> english.putIfAbsent(plain(name.stringValue()), word));
    }

    /// Where two words sound alike, the one that stands for its line is meant: `mz` is 民族, not 名字.
    private void hear() {
        chinese.forEach((written, word) -> {
            if (word.canonical().equals(written)) {
                hear(written, word);
            }
        });
        chinese.forEach(this::hear);
    }

    private void hear(String written, Word word) {
        String initials = pinyin.initials(written);
        if (initials.length() > 1) {
            columns.putIfAbsent(initials, word);
        }
        columns.putIfAbsent(pinyin.letters(written), word);
    }

    Pinyin pinyin() {
        return pinyin;
    }

    @Nullable Word chinese(String word) {
        return chinese.get(word);
    }

    /// The word that programmers write so, however they join its parts.
    @Nullable Word english(String name) {
        return english.get(plain(name));
    }

    /// The word that sounds so, or whose syllables begin so: `csrq`, `chushengriqi`.
    @Nullable Word column(String letters) {
        return columns.get(letters);
    }

    boolean isFiller(String word) {
        return fillers.contains(word);
    }

    boolean endsColumn(String letters) {
        return columnEnds.contains(letters);
    }

    /// No Chinese word here is longer.
    int longest() {
        return longest;
    }

    /// A title in one width and case, without blanks and punctuation that says nothing.
    static String clean(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .replaceAll("[\\s“”\"'《》:?。、,;·*]", "")
                .toLowerCase(Locale.ROOT);
    }

    /// A field's name without case and separators.
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
