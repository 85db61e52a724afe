package org.onego.bundle.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.PageSpec;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.pack.CompiledBundle.SubjectElement;

/// Puts every asked question into one chapter: the first that the bundle names for it, else one of
/// its subject; and never before a question on which it depends.
final class AssignChapters {

    private final CompiledBundle bundle;
    private final MergedForm form;
    private final Map<QuestionId, Question> rest = new LinkedHashMap<>();

    private AssignChapters(CompiledBundle bundle, MergedForm form) {
        this.bundle = bundle;
        this.form = form;
        form.questions()
                .forEach((id, question) -> {
                    if (question.source() instanceof Source.Asked) {
                        rest.put(id, question);
                    }
                });
    }

    static List<Chapter> assign(CompiledBundle bundle, MergedForm form, Dependencies dependencies) {
        List<Chapter> chapters = new AssignChapters(bundle, form).byName();
        return afterWhatTheyDependOn(chapters, dependencies).stream()
                .filter(chapter -> !chapter.questions().isEmpty())
                .toList();
    }

    private List<Chapter> byName() {
        List<Chapter> chapters = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (PageSpec page : bundle.pages()) {
            Chapter chapter = new Chapter(page.id(), page.title());
            chapters.add(chapter);
            ids.add(page.id());
            page.elements().forEach(element -> takeElement(element, chapter));
            page.subjects().forEach(subject -> takeSubject(subject, chapter));
            page.subjects().forEach(subject -> chapters.addAll(rowsOf(subject, ids)));
        }
        for (Subject subject : bundle.subjects().values()) {
            chapters.add(takeRest(subject.id(), subject.title(), ids));
            chapters.addAll(rowsOf(subject.id(), ids));
        }
        // A checked bundle has no other subjects; what it forgot is asked all the same.
        while (!rest.isEmpty()) {
            String subject = rest.keySet().iterator().next().subject();
            chapters.add(takeRest(subject, Text.of(subject), ids));
        }
        return chapters;
    }

    private Chapter takeRest(String subject, Text title, Set<String> ids) {
        String id = subject;
        while (!ids.add(id)) {
            id += "-more";
        }
        Chapter chapter = new Chapter(id, title);
        takeSubject(subject, chapter);
        return chapter;
    }

    /// A chapter for each row of a repeated subject, with its number in the title.
    private List<Chapter> rowsOf(String repeated, Set<String> ids) {
        Subject declared = bundle.subjects().get(repeated);
        Text title = declared == null ? Text.of(repeated) : declared.title();
        List<Chapter> chapters = new ArrayList<>();
        for (QuestionId id : List.copyOf(rest.keySet())) {
            if (rest.containsKey(id)
                    && RowSubject.isRow(id.subject())
                    && RowSubject.declared(id.subject()).equals(repeated)) {
                String number = " " + RowSubject.number(id.subject());
                Text numbered =
                        new Text(
                                title.zh() + number,
                                title.en() == null ? null : title.en() + number);
                chapters.add(takeRest(id.subject(), numbered, ids));
            }
        }
        return chapters;
    }

    private void takeSubject(String subject, Chapter chapter) {
        for (QuestionId id : List.copyOf(rest.keySet())) {
            if (id.subject().equals(subject)) {
                chapter.questions().add(id);
                rest.remove(id);
            }
        }
    }

    /// The question asked for this element; else the one that stands for a field asking for it.
    private void takeElement(SubjectElement named, Chapter chapter) {
        rest.values().stream()
                .filter(question ->
                        question.id().subject().equals(named.subject())
                                && question.element() != null
                                && question.element().id().equals(named.element()))
                .findFirst()
                .or(() ->
                        rest.values().stream()
                                .filter(question -> standsFor(question, named))
                                .findFirst())
                .ifPresent(question -> {
                    chapter.questions().add(question.id());
                    rest.remove(question.id());
                });
    }

    private boolean standsFor(Question question, SubjectElement named) {
        for (Origin origin : question.origins()) {
            ElementId element = origin.field().element();
            String subject =
                    form.selection()
                            .roles()
                            .getOrDefault(origin.item(), Map.of())
                            .get(origin.field().subject());
            if (named.element().equals(element) && named.subject().equals(subject)) {
                return true;
            }
        }
        return false;
    }

    private static List<Chapter> afterWhatTheyDependOn(
            List<Chapter> chapters, Dependencies dependencies) {
        Map<QuestionId, Integer> place = new LinkedHashMap<>();
        for (int i = 0; i < chapters.size(); i++) {
            for (QuestionId question : chapters.get(i).questions()) {
                place.put(question, i);
            }
        }
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Map.Entry<QuestionId, Integer> entry : place.entrySet()) {
                int latest = entry.getValue();
                for (QuestionId needed : dependencies.of(entry.getKey())) {
                    latest = Math.max(latest, place.getOrDefault(needed, 0));
                }
                moved |= entry.setValue(latest) < latest;
            }
        }
        Map<Integer, List<QuestionId>> moving = new HashMap<>();
        List<Chapter> arranged = new ArrayList<>();
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            List<QuestionId> questions = new ArrayList<>();
            for (QuestionId question : chapter.questions()) {
                int there = place.getOrDefault(question, i);
                if (there == i) {
                    questions.add(question);
                } else {
                    moving.computeIfAbsent(there, _ -> new ArrayList<>()).add(question);
                }
            }
            questions.addAll(moving.getOrDefault(i, List.of()));
            arranged.add(
                    new Chapter(
                            chapter.id(),
                            chapter.title(),
                            DependentsLast.order(questions, dependencies)));
        }
        return arranged;
    }
}
