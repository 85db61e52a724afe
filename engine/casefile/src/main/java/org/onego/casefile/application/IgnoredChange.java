package org.onego.casefile.application;

import java.time.Instant;
import org.onego.bundle.merge.QuestionId;

/// A client sent another value for an answer that is not its to change. The value itself isn't
/// kept.
public record IgnoredChange(QuestionId question, Instant at) {}
