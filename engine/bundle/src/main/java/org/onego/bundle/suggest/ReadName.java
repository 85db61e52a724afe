package org.onego.bundle.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.suggest.Words.Word;

/// Reads a field's name where its title says nothing: `fatherName`, or pinyin as databases have it:
/// `sqr_xm` is the 姓名 of the 申请人. A name that isn't understood as a whole means nothing.
final class ReadName {

    private final Words words;

    ReadName(Words words) {
        this.words = words;
    }

    Optional<Meaning> read(String name) {
        List<String> parts = parts(name);
        return english(parts).or(() -> pinyin(parts));
    }

    /// `fatherIdNo` → `father`, `id`, `no`.
    private static List<String> parts(String name) {
        String split =
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[^A-Za-z0-9]+", " ");
        return Arrays.stream(split.trim().split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Optional<Meaning> english(List<String> parts) {
        for (int split = 0; split < parts.size(); split++) {
            Word thing = words.english(String.join("", parts.subList(split, parts.size())));
            Word person = words.english(String.join("", parts.subList(0, split)));
            if (thing != null && !thing.person() && (split == 0 || isPerson(person))) {
                return Optional.of(meaning(person, List.of(thing)));
            }
        }
        return Optional.empty();
    }

    private static boolean isPerson(@Nullable Word word) {
        return word != null && word.person();
    }

    private Optional<Meaning> pinyin(List<String> parts) {
        List<Word> found = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0 && words.endsColumn(parts.get(i))) {
                continue;
            }
            List<Word> cut = cut(parts.get(i));
            if (cut.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(cut);
        }
        Word person = null;
        List<Word> things = new ArrayList<>();
        for (Word word : found) {
            if (word.person() && things.isEmpty()) {
                person = word;
            } else {
                things.add(word);
            }
        }
        // Letters fit many words; two that say something by themselves are a chance hit.
        boolean clear = things.stream().filter(thing -> !thing.wide()).count() <= 1;
        return things.isEmpty() || !clear ? Optional.empty() : Optional.of(meaning(person, things));
    }

    private static Meaning meaning(@Nullable Word person, List<Word> things) {
        StringBuilder what = new StringBuilder();
        things.forEach(thing -> what.append(thing.canonical()));
        return new Meaning(
                what.toString(),
                person == null ? null : person.canonical(),
                things.stream().allMatch(Word::wide),
                true,
                true);
    }

    /// The fewest words whose sounds, one after the other, are these letters; empty when there are
    /// none.
    private List<Word> cut(String letters) {
        List<@Nullable List<Word>> best = new ArrayList<>();
        best.add(List.of());
        for (int end = 1; end <= letters.length(); end++) {
            List<Word> shortest = null;
            if (words.endsColumn(letters.substring(Math.max(0, end - 2), end))
                    && end == letters.length()
                    && end > 2) {
                shortest = best.get(end - 2);
            }
            for (int start = 0; start <= end - 2; start++) {
                List<Word> before = best.get(start);
                Word word = before == null ? null : words.column(letters.substring(start, end));
                if (before != null
                        && word != null
                        && (shortest == null || before.size() + 1 < shortest.size())) {
                    shortest = new ArrayList<>(before);
                    shortest.add(word);
                }
            }
            best.add(shortest);
        }
        List<Word> whole = best.getLast();
        return whole == null ? List.of() : whole;
    }
}
