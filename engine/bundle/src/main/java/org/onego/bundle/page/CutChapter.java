package org.onego.bundle.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;

/// Cuts a chapter into pages: as few as possible, then with as few questions as possible parted
/// from what they depend on, then with as few cuts as possible through questions of one kind, then
/// of lengths as even as possible.
final class CutChapter {

    /// What fits a phone without much scrolling.
    static final int LONGEST = 6;

    /// The latest question of the chapter on which one of the first so many depends.
    private final int[] latestNeeded;

    /// For each question, where those stand on which it depends.
    private final List<List<Integer>> needed = new ArrayList<>();

    private final List<QuestionId> questions;

    private CutChapter(List<QuestionId> questions, Dependencies dependencies) {
        this.questions = questions;
        latestNeeded = new int[questions.size() + 1];
        latestNeeded[0] = -1;
        for (int i = 0; i < questions.size(); i++) {
            List<Integer> places = new ArrayList<>();
            for (QuestionId other : dependencies.of(questions.get(i))) {
                int place = questions.indexOf(other);
                if (place >= 0) {
                    places.add(place);
                }
            }
            needed.add(places);
            latestNeeded[i + 1] = latestNeeded[i];
            for (int place : places) {
                latestNeeded[i + 1] = Math.max(latestNeeded[i + 1], place);
            }
        }
    }

    static List<List<QuestionId>> cut(List<QuestionId> questions, Dependencies dependencies) {
        List<List<QuestionId>> pages = new ArrayList<>();
        int end = questions.size();
        @Nullable Cut cut = new CutChapter(questions, dependencies).best();
        while (cut != null && cut.before() != null) {
            pages.addFirst(questions.subList(cut.from(), end));
            end = cut.from();
            cut = cut.before();
        }
        return pages;
    }

    /// The best way to cut the first so many questions; the last page starts at `from`.
    private record Cut(
            int pages, int parted, int torn, int unevenness, int from, @Nullable Cut before) {
        static final Comparator<Cut> BEST =
                Comparator.comparingInt(Cut::pages)
                        .thenComparingInt(Cut::parted)
                        .thenComparingInt(Cut::torn)
                        .thenComparingInt(Cut::unevenness);
    }

    private Cut best() {
        List<Cut> best = new ArrayList<>();
        best.add(new Cut(0, 0, 0, 0, 0, null));
        for (int end = 1; end <= needed.size(); end++) {
            List<Cut> cuts = new ArrayList<>();
            for (int from = end - 1; from >= 0; from--) {
                if (isCuttable(from) && isPage(from, end)) {
                    cuts.add(cut(best.get(from), from, end));
                }
            }
            // There always is one: from the last place where it can be cut.
            best.add(cuts.stream().min(Cut.BEST).orElseThrow());
        }
        return best.getLast();
    }

    private Cut cut(Cut before, int from, int end) {
        int parted =
                (int)
                        needed.subList(from, end).stream()
                                .flatMap(List::stream)
                                .filter(place -> place < from)
                                .count();
        int length = end - from;
        return new Cut(
                before.pages() + 1,
                before.parted() + parted,
                before.torn() + (isOfOneKind(from) ? 1 : 0),
                before.unevenness() + length * length,
                from,
                before);
    }

    /// The questions on both sides ask for elements of the same namespace.
    private boolean isOfOneKind(int at) {
        return at > 0 && kind(questions.get(at - 1)).equals(kind(questions.get(at)));
    }

    private static String kind(QuestionId question) {
        int end = question.key().indexOf('_');
        return end < 0 ? question.key() : question.key().substring(0, end);
    }

    /// No question before depends on one after.
    private boolean isCuttable(int at) {
        return latestNeeded[at] < at;
    }

    /// Only questions that depend on each other make a page longer than it should be.
    private boolean isPage(int from, int end) {
        return end - from <= LONGEST || IntStream.range(from + 1, end).noneMatch(this::isCuttable);
    }
}
