package org.onego.bundle.page;

import java.util.List;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.Question;
import org.onego.bundle.rule.FormState;

/// A page of at most a handful of questions.
///
/// @param id stable within a bundle version and selection, fit for a URL
/// @param questions all that may be asked here, whatever was answered before
public record FormPage(String id, Text title, List<Question> questions) {
    public FormPage {
        questions = List.copyOf(questions);
    }

    /// The questions that are asked here now; a page without any is passed over.
    public List<Question> visibleIn(FormState state) {
        return questions.stream()
                .filter(question -> state.visible().contains(question.id()))
                .toList();
    }
}
