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
/// @param attached files not sent yet
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

    /// @param changes what the citizen changed; answers only, files are in the application
    public record Ending(How how, Instant at, List<Difference.Changed> changes) {
        public Ending {
            changes = List.copyOf(changes);
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

    public Correction withTyped(Map<QuestionId, JsonNode> answers) {
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
                remindedAt,
                answers,
                attached,
                ending);
    }

    public Correction withAttached(List<HandedIn> files) {
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
                remindedAt,
                typed,
                files,
                ending);
    }

    public Correction reminded(Instant when) {
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
                when,
                typed,
                attached,
                ending);
    }

    public Correction ended(Ending how) {
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
                remindedAt,
                Map.of(),
                List.of(),
                how);
    }
}
