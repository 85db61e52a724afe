package org.onego.bundle.page;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.QuestionId;

/// A page as staff planned it, before it is cut to length.
record Chapter(String id, Text title, List<QuestionId> questions) {

    Chapter(String id, Text title) {
        this(id, title, new ArrayList<>());
    }
}
