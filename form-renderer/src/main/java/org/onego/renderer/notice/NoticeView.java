package org.onego.renderer.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.NoticeKind;

/// What a letter says, ready to be placed.
///
/// @param permit whether the item is an administrative licence (行政许可), whose law is then named
/// @param number 文书编号
/// @param itemCode 实施编码, or null where it is not known
/// @param on day of the step, e.g. 2026年11月24日
/// @param receivedOn day on which the department got it
/// @param reason what was said with the step, or null
/// @param expired the citizen let a correction's time pass
/// @param deemed accepted because nobody said anything within five working days
/// @param marks what is to be put right
/// @param days working days for that
/// @param until the last of them, or null
/// @param promised working days
/// @param legal working days
/// @param due the last day of the promised ones, or null
/// @param materials what was handed in, and how
/// @param results what was issued
/// @param sender who told it, or null when the engine did
public record NoticeView(
        NoticeKind kind,
        boolean permit,
        String number,
        String applicant,
        String item,
        @Nullable String itemCode,
        String bundle,
        String caseNumber,
        String on,
        String receivedOn,
        @Nullable String reason,
        boolean expired,
        boolean deemed,
        List<MarkLine> marks,
        int days,
        @Nullable String until,
        int promised,
        int legal,
        @Nullable String due,
        List<Line> materials,
        List<Line> results,
        String department,
        String region,
        @Nullable String sender,
        @Nullable String hotline) {

    /// @param what the question or the material, with whom it is about
    /// @param code 材料编码, or empty for a question
    public record MarkLine(String what, String code, String reason) {}

    public record Line(String label, String value) {}
}
