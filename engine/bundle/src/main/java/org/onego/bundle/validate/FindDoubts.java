package org.onego.bundle.validate;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.schema.CertificateIdentifier;
import org.onego.bundle.schema.CitizenFormats;
import tools.jackson.databind.JsonNode;

/// Finds answers that every item takes and that are probably wrong all the same. They stop nothing:
/// people are asked to look again.
public final class FindDoubts {

    /// The keyword of an answer whose check character doesn't fit.
    public static final String CHECK = "check";

    private FindDoubts() {}

    public static List<AnswerError> of(MergedForm form, Answers answers) {
        List<AnswerError> doubts = new ArrayList<>();
        for (Question question : form.questions().values()) {
            JsonNode value = answers.get(question.id());
            JsonNode format = format(question.schema());
            if (value != null
                    && format.asString("").equals(CitizenFormats.CERTIFICATE_IDENTIFIER)
                    && CertificateIdentifier.of(value.asString(""))
                            .filter(identifier -> !identifier.checks())
                            .isPresent()) {
                doubts.add(
                        new AnswerError(
                                question.id(),
                                CHECK,
                                format,
                                question.origins().stream().map(Origin::item).distinct().toList()));
            }
        }
        return doubts;
    }

    /// A merged schema may keep parts in `allOf`.
    private static JsonNode format(JsonNode schema) {
        JsonNode here = schema.path("format");
        for (JsonNode part : schema.path("allOf")) {
            if (here.isMissingNode()) {
                here = format(part);
            }
        }
        return here;
    }
}
