package org.onego.casefile.submit;

import java.util.List;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.validate.AnswerError;

/// What became of pressing the button.
public sealed interface SubmitOutcome {

    /// It is in; from here on it is not lost.
    record Submitted(String number) implements SubmitOutcome {}

    /// It was in already; the same number as the first time.
    record AlreadySubmitted(String number) implements SubmitOutcome {}

    /// The guide is not finished.
    record GuideOpen(GuideOutcome next) implements SubmitOutcome {}

    /// Some answers are missing or wrong.
    record Wrong(List<AnswerError> errors) implements SubmitOutcome {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    /// The answers are right, but required materials are not there.
    record MissingMaterials(List<MergedMaterial> materials) implements SubmitOutcome {
        public MissingMaterials {
            materials = List.copyOf(materials);
        }
    }
}
