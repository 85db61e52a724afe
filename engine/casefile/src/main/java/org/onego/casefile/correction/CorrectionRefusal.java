package org.onego.casefile.correction;

import java.time.LocalDate;
import java.util.List;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Correction.Mark;

/// Why a correction cannot be asked for.
public sealed interface CorrectionRefusal {

    /// Only what has been received or taken, and isn't decided, can be corrected.
    record WrongState(CaseState state) implements CorrectionRefusal {}

    record NothingMarked() implements CorrectionRefusal {}

    /// Each mark says what is wrong.
    record ReasonMissing(Mark mark) implements CorrectionRefusal {}

    /// It is not the citizen's to change: not of this item, taken from a certificate and locked,
    /// known from the guide, or another item's result.
    record NotTheCitizens(Mark mark) implements CorrectionRefusal {}

    /// @param least and at most so many working days
    record DaysOutOfRange(int least, int most) implements CorrectionRefusal {}

    /// 一次性告知: these could have been named before; it must be said why they were not.
    record NamedTooLate(List<Mark> marks) implements CorrectionRefusal {
        public NamedTooLate {
            marks = List.copyOf(marks);
        }
    }

    /// Who was not told within five working days is accepted (行政许可法 art. 32).
    ///
    /// @param since the last day on which it could have been asked for
    record DeemedAccepted(LocalDate since) implements CorrectionRefusal {}
}
