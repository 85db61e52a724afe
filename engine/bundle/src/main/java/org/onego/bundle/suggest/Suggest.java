package org.onego.bundle.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.suggest.CompareFields.Person;
import org.onego.bundle.suggest.Suggestion.FieldRef;
import org.onego.bundle.suggest.Suggestion.IsElement;
import org.onego.bundle.suggest.Suggestion.SameQuestion;

/// Suggests what the items' forms may have in common: fields that look like one question, and
/// fields that look like an element. What is decided already, either way, isn't suggested.
public final class Suggest {

    /// What scores less would be wrong more often than right.
    static final double LEAST = 0.6;

    /// More than anybody reads; the rest comes when these are decided.
    private static final int MOST = 500;

    private final ReadFields reader;
    private final CompareMeanings meanings;
    private final CompareFields fields;
    private final Pinyin pinyin;

    Suggest(Words words) {
        this.reader = new ReadFields(words);
        this.pinyin = words.pinyin();
        this.meanings = new CompareMeanings(pinyin);
        this.fields = new CompareFields(meanings);
    }

    public static Suggestions of(CompiledBundle bundle) {
        return new Suggest(Words.standard()).suggest(bundle);
    }

    private Suggestions suggest(CompiledBundle bundle) {
        List<Sketch> sketches = reader.fields(bundle);
        People people = reader.people(bundle);
        List<Reading> readings = read(sketches, people);
        Decided decided = new Decided(bundle.same(), bundle.notSame(), sketches);
        List<SameQuestion> same = same(readings, people, decided);
        List<IsElement> elements = elements(readings, people, bundle.dictionary());
        int left = Math.max(0, same.size() - MOST) + Math.max(0, elements.size() - MOST);
        return new Suggestions(
                same.stream().limit(MOST).toList(), elements.stream().limit(MOST).toList(), left);
    }

    List<Reading> read(List<Sketch> sketches, People people) {
        return sketches.stream()
                .map(sketch -> people.read(sketch, reader.meanings(sketch)))
                .toList();
    }

    /// A question as it stands now: one field, or several that are declared one.
    private record Question(int number, List<Reading> fields) {}

    private record Pair(int left, int right) {}

    /// All pairs of questions that look like one, best first.
    List<SameQuestion> same(List<Reading> readings, People people, Decided decided) {
        Things<Question> things = new Things<>(meanings, pinyin);
        int number = 0;
        for (List<Reading> one :
                decided.questions(
                        readings.stream().filter(each -> !each.sketch().repeated()).toList())) {
            Question question = new Question(number++, one);
            one.forEach(
                    field -> field.meanings().forEach(meaning -> things.add(meaning, question)));
        }
        List<SameQuestion> found = new ArrayList<>();
        Set<Pair> seen = new HashSet<>();
        for (String thing : things.all()) {
            for (String other : things.like(thing)) {
                for (Question left : things.askers(thing)) {
                    for (Question right : things.askers(other)) {
                        if (left.number() < right.number()
                                && seen.add(new Pair(left.number(), right.number()))
                                && !decided.rejected(left.fields(), right.fields())) {
                            SameQuestion best = best(left, right, people);
                            if (best != null) {
                                found.add(best);
                            }
                        }
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(SameQuestion::score).reversed());
        return found;
    }

    /// The two fields of these questions that look most alike; null where they don't, or where two
    /// of them are one question already for some people.
    private @Nullable SameQuestion best(Question left, Question right, People people) {
        SameQuestion best = null;
        for (Reading one : representatives(left)) {
            for (Reading other : representatives(right)) {
                if (Decided.meet(one.sketch(), other.sketch())) {
                    return null;
                }
                if (one.sketch().item().equals(other.sketch().item())) {
                    continue;
                }
                Person person = people.compare(one, other);
                if (person == Person.OTHER) {
                    continue;
                }
                Likeness like = fields.compare(one, other, person);
                if (like.score() >= LEAST && (best == null || like.score() > best.score())) {
                    best =
                            new SameQuestion(
                                    ref(one.sketch()),
                                    ref(other.sketch()),
                                    like.score(),
                                    like.reasons());
                }
            }
        }
        return best;
    }

    /// One field of each wording and, so that there is one of another item, a second.
    private static List<Reading> representatives(Question question) {
        Map<String, List<Reading>> byWording = new LinkedHashMap<>();
        for (Reading field : question.fields()) {
            List<Reading> chosen =
                    byWording.computeIfAbsent(field.sketch().title(), _ -> new ArrayList<>());
            if (chosen.size() < 2) {
                chosen.add(field);
            }
        }
        return byWording.values().stream().flatMap(List::stream).toList();
    }

    private List<IsElement> elements(List<Reading> readings, People people, Dictionary dictionary) {
        Things<Reading> things = new Things<>(meanings, pinyin);
        for (Element element : dictionary.elements().values()) {
            Sketch sketch = reader.element(element);
            Reading reading = new Reading(sketch, reader.meanings(sketch), Set.of(), false);
            reading.meanings().forEach(meaning -> things.add(meaning, reading));
        }
        List<IsElement> found = new ArrayList<>();
        for (Reading field : readings) {
            if (field.sketch().element() == null) {
                IsElement best = bestElement(field, things, people);
                if (best != null) {
                    found.add(best);
                }
            }
        }
        found.sort(Comparator.comparingDouble(IsElement::score).reversed());
        return found;
    }

    private @Nullable IsElement bestElement(Reading field, Things<Reading> things, People people) {
        IsElement best = null;
        for (Meaning meaning : field.meanings()) {
            for (String thing : things.like(meaning)) {
                for (Reading element : things.askers(thing)) {
                    ElementId id = element.sketch().element();
                    if (id == null || field.sketch().rejected().contains(id.toString())) {
                        continue;
                    }
                    Likeness like =
                            fields.compare(field, element, people.compareElement(field, element));
                    if (like.score() >= LEAST && (best == null || like.score() > best.score())) {
                        best =
                                new IsElement(
                                        ref(field.sketch()),
                                        id,
                                        element.sketch().title(),
                                        like.score(),
                                        like.reasons());
                    }
                }
            }
        }
        return best;
    }

    private static FieldRef ref(Sketch sketch) {
        return new FieldRef(sketch.item(), sketch.pointer(), sketch.title());
    }
}
