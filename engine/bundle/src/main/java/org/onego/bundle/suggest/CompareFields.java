package org.onego.bundle.suggest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.suggest.Kind.Fit;

/// Whether two fields look like one question: what their titles ask for, of whom, in which format,
/// with which codes. Each observation moves the score and leaves its reason.
final class CompareFields {

    /// Titles less alike than this are not looked at further.
    static final double LEAST = 0.4;

    private static final double OTHER_PERSON = 0.3;
    private static final double UNKNOWN_PERSON = 0.8;
    private static final double OTHER_ELEMENT = 0.8;
    private static final double OTHER_CODES = 0.4;
    private static final double SOME_CODES = 0.9;

    private final CompareMeanings meanings;

    CompareFields(CompareMeanings meanings) {
        this.meanings = meanings;
    }

    /// Whether two fields are about the same person or company.
    enum Person {
        SAME,
        UNKNOWN,
        OTHER
    }

    Likeness compare(Reading left, Reading right, Person person) {
        Best best = best(left, right);
        if (best == null || best.like() < LEAST) {
            return Likeness.NONE;
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(best.reason());
        double score = best.like();
        score *= person(person, reasons);
        score = kind(score, left.sketch(), right.sketch(), reasons);
        score = codes(score, left.sketch(), right.sketch(), reasons);
        score = name(score, left.sketch(), right.sketch(), reasons);
        if (left.sketch().element() != null
                && right.sketch().element() != null
                && !left.sketch().element().equals(right.sketch().element())) {
            score *= OTHER_ELEMENT;
            reasons.add(
                    Reason.of(
                            "element.other",
                            left.sketch().element().toString(),
                            right.sketch().element().toString()));
        }
        return new Likeness(score, reasons);
    }

    private record Best(double like, Reason reason) {}

    private @Nullable Best best(Reading left, Reading right) {
        Meaning one = null;
        Meaning other = null;
        double most = 0;
        // Two names may read alike by chance where both titles say something else.
        boolean bothSpeak =
                ReadTitle.isChinese(left.sketch().title())
                        && ReadTitle.isChinese(right.sketch().title());
        for (Meaning mine : left.meanings()) {
            for (Meaning theirs : right.meanings()) {
                if (bothSpeak && mine.fromName() && theirs.fromName()) {
                    continue;
                }
                double like = meanings.compare(mine, theirs);
                if (like > most) {
                    most = like;
                    one = mine;
                    other = theirs;
                }
            }
        }
        return one == null || other == null
                ? null
                : new Best(most, reason(left.sketch(), one, right.sketch(), other));
    }

    private Reason reason(Sketch left, Meaning mine, Sketch right, Meaning theirs) {
        if (left.title().equals(right.title())) {
            return Reason.of("title.same", left.title());
        }
        if (meanings.soundAlike(mine, theirs)) {
            return Reason.of("title.sound", left.title(), right.title());
        }
        if (!mine.what().equals(theirs.what())) {
            return Reason.of("title.like", left.title(), right.title());
        }
        if (mine.fromName() != theirs.fromName()) {
            Sketch read = mine.fromName() ? left : right;
            Sketch title = mine.fromName() ? right : left;
            return Reason.of("title.name", nameOf(read), title.title());
        }
        return Reason.of("title.synonym", left.title(), right.title(), mine.what());
    }

    private static String nameOf(Sketch sketch) {
        return ReadTitle.isChinese(sketch.title()) ? sketch.name() : sketch.title();
    }

    private static double person(Person person, List<Reason> reasons) {
        return switch (person) {
            case SAME -> 1;
            case UNKNOWN -> {
                reasons.add(Reason.of("person.unknown"));
                yield UNKNOWN_PERSON;
            }
            case OTHER -> {
                reasons.add(Reason.of("person.other"));
                yield OTHER_PERSON;
            }
        };
    }

    private static double kind(double score, Sketch left, Sketch right, List<Reason> reasons) {
        Fit fit = left.kind().with(right.kind());
        String one = left.kind().key();
        String other = right.kind().key();
        return switch (fit) {
            case SAME -> {
                if (left.kind().isTelling()) {
                    reasons.add(Reason.of("kind.same", one));
                    yield raise(score, 0.15);
                }
                yield score;
            }
            case LOOSE -> score;
            case NEAR -> {
                boolean time =
                        Set.of(left.kind(), right.kind()).equals(Set.of(Kind.DATE, Kind.DATE_TIME));
                reasons.add(
                        time
                                ? Reason.of("kind.convert", "date-of")
                                : Reason.of("kind.near", one, other));
                yield score * (time ? 0.97 : 0.9);
            }
            case CLASH -> {
                reasons.add(Reason.of("kind.other", one, other));
                yield score * 0.3;
            }
        };
    }

    private static double codes(double score, Sketch left, Sketch right, List<Reason> reasons) {
        if (left.codes().isEmpty() || right.codes().isEmpty()) {
            return score;
        }
        Set<String> both = new HashSet<>(left.codes());
        both.retainAll(right.codes());
        int fewer = Math.min(left.codes().size(), right.codes().size());
        if (both.isEmpty()) {
            reasons.add(Reason.of("codes.other"));
            return score * OTHER_CODES;
        }
        if (both.size() == fewer) {
            reasons.add(Reason.of("codes.same", String.valueOf(fewer)));
            return raise(score, Math.min(0.3, 0.05 * fewer));
        }
        return score * SOME_CODES;
    }

    private static double name(double score, Sketch left, Sketch right, List<Reason> reasons) {
        if (left.name().isEmpty() || !Words.plain(left.name()).equals(Words.plain(right.name()))) {
            return score;
        }
        reasons.add(Reason.of("name.same", left.name()));
        return raise(score, 0.15);
    }

    /// Moves a score towards 1 by this share of what is missing.
    private static double raise(double score, double share) {
        return score + (1 - score) * share;
    }
}
