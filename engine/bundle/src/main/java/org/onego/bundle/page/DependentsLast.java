package org.onego.bundle.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onego.bundle.merge.QuestionId;

/// Keeps the order, but puts a question that stands before one on which it depends right after it.
final class DependentsLast {

    private final Set<QuestionId> here;
    private final Dependencies dependencies;
    private final Set<QuestionId> placed = new HashSet<>();
    private final List<QuestionId> order = new ArrayList<>();
    private final List<QuestionId> waiting = new ArrayList<>();

    private DependentsLast(List<QuestionId> questions, Dependencies dependencies) {
        this.here = new HashSet<>(questions);
        this.dependencies = dependencies;
    }

    static List<QuestionId> order(List<QuestionId> questions, Dependencies dependencies) {
        DependentsLast ordering = new DependentsLast(questions, dependencies);
        for (QuestionId question : questions) {
            ordering.waiting.add(question);
            ordering.placeWaiting();
        }
        return ordering.order;
    }

    private void placeWaiting() {
        boolean more = true;
        while (more) {
            more = false;
            for (QuestionId question : List.copyOf(waiting)) {
                if (isReady(question)) {
                    waiting.remove(question);
                    placed.add(question);
                    order.add(question);
                    more = true;
                }
            }
        }
    }

    /// Questions that depend on each other can't both come first; they stay on one page.
    private boolean isReady(QuestionId question) {
        return dependencies.of(question).stream()
                .filter(here::contains)
                .allMatch(needed ->
                        placed.contains(needed) || dependencies.areMutual(question, needed));
    }
}
