package org.onego.casefile.correction;

import java.util.List;
import org.onego.casefile.application.Correction.Mark;

/// What a clerk or a department's system asks for.
///
/// @param note about the whole; may be empty
/// @param days working days that the citizen gets
/// @param notNamedBefore why this could not be named before; may be empty with the first correction
///   before acceptance
public record CorrectionRequest(String note, List<Mark> marks, int days, String notNamedBefore) {
    public CorrectionRequest {
        marks = List.copyOf(marks);
    }
}
