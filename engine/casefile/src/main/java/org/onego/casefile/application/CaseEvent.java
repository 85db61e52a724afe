package org.onego.casefile.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a case's timeline.
///
/// @param state what the case became with it
/// @param reason what was said with it, shown to the citizen, or null
public record CaseEvent(Instant at, Actor by, CaseState state, @Nullable String reason) {}
