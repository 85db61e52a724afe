package org.onego.casefile.application;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// A request to put exactly these right (补正), and what came of it. What the citizen has filled in
/// and not sent yet is kept here: no department sees it before it is sent.
///
/// @param number counts from 1 within the case
/// @param note about the whole, or null
/// @param marks what is wrong, each with its reason; never empty
/// @param notNamedBefore why this could not be named with an earlier correction, or null for the
///   first (一次性告知, 行政许可法 art. 32)
/// @param from the state that the case goes back to
/// @param days the citizen's working days
/// @param until the end of the last of them
/// @param remindedAt when the citizen was reminded, or null
/// @param typed answers not sent yet; a JSON null was left empty on purpose
/// @param attached files not sent yet, while it is open; afterwards empty
/// @param remark what the citizen says to the department with it, or null
/// @param ending what came of it, or null while it is open
public record Correction(
        int number,
        Actor by,
        Instant at,
        @Nullable String note,
        List<Mark> marks,
        @Nullable String notNamedBefore,
        CaseState from,
        int days,
        Instant until,
        @Nullable Instant remindedAt,
        Map<QuestionId, JsonNode> typed,
        List<HandedIn> attached,
        @Nullable String remark,
        @Nullable Ending ending) {

    public Correction {
        marks = List.copyOf(marks);
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
        attached = List.copyOf(attached);
    }

    /// Something that is wrong.
    ///
    /// @param reason shown to the citizen beside it
    public sealed interface Mark {

        String reason();

        record OfQuestion(QuestionId question, String reason) implements Mark {}

        /// @param material code of the material
        /// @param subject the bundle's subject whose document it is, or null
        record OfMaterial(String material, @Nullable String subject, String reason)
                implements Mark {}
    }

    /// How a correction ended.
    public enum How {
        /// The citizen has put it right.
        MADE,
        /// The citizen let the time pass.
        EXPIRED,
        /// The case ended otherwise, or the department took it back.
        DROPPED
    }

    /// @param changes the answers that the citizen changed
    /// @param replaced the files that were in place of those handed in with the correction
    public record Ending(
            How how, Instant at, List<Difference.Changed> changes, List<HandedIn> replaced) {
        public Ending {
            changes = List.copyOf(changes);
            replaced = List.copyOf(replaced);
        }
    }

    public boolean isOpen() {
        return ending == null;
    }

    public Optional<Mark.OfQuestion> markOf(QuestionId question) {
        return marks.stream()
                .filter(Mark.OfQuestion.class::isInstance)
                .map(Mark.OfQuestion.class::cast)
                .filter(mark -> mark.question().equals(question))
                .findFirst();
    }

    public Optional<Mark.OfMaterial> markOf(String material, @Nullable String subject) {
        return marks.stream()
                .filter(Mark.OfMaterial.class::isInstance)
                .map(Mark.OfMaterial.class::cast)
                .filter(mark ->
                        mark.material().equals(material) && Objects.equals(mark.subject(), subject))
                .findFirst();
    }

    /// Just asked for.
    public static Correction asked(
            int number,
            Actor by,
            Instant at,
            @Nullable String note,
            List<Mark> marks,
            @Nullable String notNamedBefore,
            CaseState from,
            int days,
            Instant until) {
        return new Correction(
                number,
                by,
                at,
                note,
                marks,
                notNamedBefore,
                from,
                days,
                until,
                null,
                Map.of(),
                List.of(),
                null,
                null);
    }

    public Correction withTyped(Map<QuestionId, JsonNode> answers, @Nullable String said) {
        return with(remindedAt, answers, attached, said, ending);
    }

    public Correction withAttached(List<HandedIn> files) {
        return with(remindedAt, typed, files, remark, ending);
    }

    public Correction reminded(Instant when) {
        return with(when, typed, attached, remark, ending);
    }

    /// What was typed and attached is in the application now, or never will be.
    public Correction ended(Ending how) {
        return with(remindedAt, Map.of(), List.of(), remark, how);
    }

    private Correction with(
            @Nullable Instant reminded,
            Map<QuestionId, JsonNode> answers,
            List<HandedIn> files,
            @Nullable String said,
            @Nullable Ending how) {
        return new Correction(
                number,
                by,
                at,
                note,
                marks,
                notNamedBefore,
                from,
                days,
                until,
                reminded,
                answers,
                files,
                said,
                how);
    }
}
