package org.onego.bundle.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onego.bundle.suggest.Suggestion.FieldRef;
import org.onego.bundle.suggest.Suggestion.SameQuestion;

/// How many suggestions are right, and how many of the right ones are made, on the fields of real
/// forms. The scores were set by looking at the first two bundles; the others were only measured.
class LabelledFormsTest {

    private static final List<String> TUNED = List.of("newborn", "catering");
    private static final List<String> HELD_OUT = List.of("retirement", "benefits");

    private final Labelled labelled = new Labelled();

    record Tally(
            int fields, int pairs, int same, int alike, int suggested, int right, int rightAlike) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    fields + other.fields,
                    pairs + other.pairs,
                    same + other.same,
                    alike + other.alike,
                    suggested + other.suggested,
                    right + other.right,
                    rightAlike + other.rightAlike);
        }

        double precision() {
            return right / (double) suggested;
        }

        double recall() {
            return right / (double) same;
        }

        /// Of the pairs that aren't called the same to the letter.
        double recallOfOthers() {
            return (right - rightAlike) / (double) (same - alike);
        }

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "Measured: suggestions on %s forms: %d fields, %d pairs (%d same, %d of them with one title): "
                            + "precision %.3f, recall %.3f, recall of differently worded %.3f",
                    what,
                    fields,
                    pairs,
                    same,
                    alike,
                    precision(),
                    recall(),
                    recallOfOthers());
        }
    }

    @Test
    void mostSuggestionsAreRightAndMostThatAreRightAreMade() {
        Tally tuned = TUNED.stream().map(this::tally).reduce(Tally.NONE, Tally::plus);
        Tally heldOut = HELD_OUT.stream().map(this::tally).reduce(Tally.NONE, Tally::plus);
        System.out.println(tuned.line("the tuning"));
        System.out.println(heldOut.line("held-out"));
        assertThat(tuned.precision()).isGreaterThan(0.9);
        assertThat(tuned.recall()).isGreaterThan(0.9);
        assertThat(heldOut.precision()).isGreaterThan(0.8);
        assertThat(heldOut.recall()).isGreaterThan(0.9);
    }

    private Tally tally(String bundle) {
        List<Sketch> fields = labelled.fields(bundle);
        People people = labelled.people(bundle);
        Suggest suggest = new Suggest(Words.standard());
        List<SameQuestion> found =
                suggest.same(
                        suggest.read(fields, people),
                        people,
                        new Decided(List.of(), List.of(), fields));
        Set<Set<FieldRef>> suggestions = new HashSet<>();
        found.forEach(each -> suggestions.add(Set.of(each.left(), each.right())));
        Tally tally = new Tally(fields.size(), 0, 0, 0, 0, 0, 0);
        for (int i = 0; i < fields.size(); i++) {
            for (int j = 0; j < i; j++) {
                Sketch left = fields.get(i);
                Sketch right = fields.get(j);
                Boolean same = labelled.same(bundle, left, right);
                if (same == null || left.item().equals(right.item())) {
                    continue;
                }
                int suggested = suggestions.contains(Set.of(ref(left), ref(right))) ? 1 : 0;
                int yes = same ? 1 : 0;
                int alike = left.title().equals(right.title()) ? yes : 0;
                tally =
                        tally.plus(
                                new Tally(
                                        0,
                                        1,
                                        yes,
                                        alike,
                                        suggested,
                                        yes * suggested,
                                        alike * suggested));
            }
        }
        return tally;
    }

    private static FieldRef ref(Sketch sketch) {
        return new FieldRef(sketch.item(), sketch.pointer(), sketch.title());
    }
}
