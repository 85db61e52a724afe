package org.onego.casefile.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a case inside its department.
///
/// @param to who has the case afterwards, or null
/// @param text the note, or the reason, or null
public record DeskEntry(
        Instant at, Kind kind, Actor.Clerk by, Actor.@Nullable Clerk to, @Nullable String text) {

    public enum Kind {
        CLAIMED,
        RELEASED,
        /// From one clerk to another, with the reason.
        TRANSFERRED,
        /// To a clerk, when nobody had it.
        ASSIGNED,
        NOTE
    }
}
