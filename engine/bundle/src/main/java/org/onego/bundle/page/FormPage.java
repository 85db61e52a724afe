package org.onego.bundle.page;

import java.util.List;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.Question;

/// A page of at most a handful of questions, one subject at a time.
///
/// @param id stable within a bundle version, fit for a URL
public record FormPage(String id, Text title, List<Question> questions) {
    public FormPage {
        questions = List.copyOf(questions);
    }
}
