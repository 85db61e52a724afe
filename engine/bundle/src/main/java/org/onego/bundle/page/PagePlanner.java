package org.onego.bundle.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.rule.QuestionRule;

/// The form → pages in the order in which they are asked. First the bundle's own, then one for each
/// subject with what those leave over; long ones are cut. Whether a question is shown or required
/// never depends on a later page.
///
/// Every question that may be asked is on one page, prefilled or not; see
/// [FormPage#visibleIn(org.onego.bundle.rule.FormState)].
public final class PagePlanner {

    private PagePlanner() {}

    public static List<FormPage> plan(
            CompiledBundle bundle, MergedForm form, Collection<QuestionRule> rules) {
        Set<QuestionId> asked = new HashSet<>();
        for (Question question : form.questions().values()) {
            if (question.source() instanceof Source.Asked) {
                asked.add(question.id());
            }
        }
        Dependencies dependencies = new Dependencies(rules, asked);
        List<Chapter> chapters = AssignChapters.assign(bundle, form, dependencies);
        Set<String> ids = new HashSet<>();
        chapters.forEach(chapter -> ids.add(chapter.id()));
        List<FormPage> pages = new ArrayList<>();
        for (Chapter chapter : chapters) {
            int number = 1;
            for (List<QuestionId> questions : CutChapter.cut(chapter.questions(), dependencies)) {
                pages.add(
                        new FormPage(
                                number == 1 ? chapter.id() : free(chapter.id(), number, ids),
                                number == 1 ? chapter.title() : numbered(chapter.title(), number),
                                questions.stream()
                                        .map(form::question)
                                        .map(Objects::requireNonNull)
                                        .toList()));
                number++;
            }
        }
        return List.copyOf(pages);
    }

    /// A bundle may have a page `child-2` of its own.
    private static String free(String chapter, int number, Set<String> ids) {
        String id = chapter + "-" + number;
        while (!ids.add(id)) {
            id += "-more";
        }
        return id;
    }

    private static Text numbered(Text title, int number) {
        return new Text(
                title.zh() + "（" + number + "）",
                title.en() == null ? null : title.en() + " (" + number + ")");
    }
}
