package org.onego.bundle.suggest;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.suggest.CompareFields.Person;
import org.onego.bundle.suggest.Words.Word;

/// Who is who in a bundle: which of its subjects a title may speak of.
final class People {

    /// Before a word for somebody who is no subject of the bundle.
    private static final String STRANGER = "#";

    private static final String APPLICANT = "申请人";

    private final Words words;
    private final Map<String, Set<String>> byWord = new HashMap<>();
    private final Map<String, Set<String>> wordsOf = new HashMap<>();

    /// @param titles subject → what the bundle calls it
    /// @param applicants who may be logged in
    People(Words words, Map<String, String> titles, Set<String> applicants) {
        this.words = words;
        ReadTitle reader = new ReadTitle(words);
        titles.forEach((subject, title) ->
                reader.read(title)
                        .forEach(meaning -> {
                            if (meaning.person() != null) {
                                add(meaning.person(), subject);
                            }
                        }));
        applicants.forEach(subject -> add(APPLICANT, subject));
    }

    private void add(String word, String subject) {
        byWord.computeIfAbsent(word, _ -> new HashSet<>()).add(subject);
        wordsOf.computeIfAbsent(subject, _ -> new HashSet<>()).add(word);
    }

    /// The field with whom it is about: as its title says, or else the object in which it stands.
    Reading read(Sketch sketch, List<Meaning> meanings) {
        Set<String> persons = persons(meanings);
        if (persons.isEmpty() || persons.stream().anyMatch(word -> isOwn(sketch, word))) {
            return new Reading(sketch, meanings, sketch.about(), false);
        }
        Set<String> about = new HashSet<>();
        for (String word : persons) {
            about.addAll(byWord.getOrDefault(word, Set.of(STRANGER + word)));
        }
        return new Reading(sketch, meanings, about, true);
    }

    private boolean isOwn(Sketch sketch, String word) {
        Word own = words.english(sketch.own());
        return (own != null && own.person() && own.canonical().equals(word))
                || sketch.about().stream().anyMatch(subject -> calls(subject, word));
    }

    private boolean calls(String subject, String word) {
        return wordsOf.getOrDefault(subject, Set.of()).contains(word);
    }

    /// Whether two fields are about one person. Somebody of whom nothing is known may be anybody.
    Person compare(Reading left, Reading right) {
        if (!Collections.disjoint(left.about(), right.about())) {
            return Person.SAME;
        }
        boolean oneStranger = isStranger(left) != isStranger(right);
        return oneStranger && !(isKnown(left) && isKnown(right)) ? Person.UNKNOWN : Person.OTHER;
    }

    private static boolean isStranger(Reading reading) {
        return reading.about().stream().allMatch(subject -> subject.startsWith(STRANGER));
    }

    private boolean isKnown(Reading reading) {
        return reading.about().stream()
                .allMatch(subject -> subject.startsWith(STRANGER) || wordsOf.containsKey(subject));
    }

    /// Whether an element may be what this field asks for: `household.headName` is nobody's own
    /// name, and a title that speaks of somebody else asks for no element of the object's own.
    Person compareElement(Reading field, Reading element) {
        Set<String> named = persons(element.meanings());
        if (named.isEmpty()) {
            return field.elsewhere() ? Person.UNKNOWN : Person.SAME;
        }
        Set<String> meant = new HashSet<>(persons(field.meanings()));
        if (!field.elsewhere()) {
            field.sketch().about().forEach(subject -> meant.addAll(wordsFor(subject)));
        }
        return Collections.disjoint(named, meant) ? Person.OTHER : Person.SAME;
    }

    private Set<String> wordsFor(String subject) {
        return wordsOf.getOrDefault(subject, Set.of());
    }

    private static Set<String> persons(List<Meaning> meanings) {
        return meanings.stream()
                .map(Meaning::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
