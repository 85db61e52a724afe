package org.onego.casefile.correction;

import org.onego.casefile.answers.AttachOutcome;

/// What became of the citizen's step in a correction.
public sealed interface CorrectionOutcome {

    /// Kept, not sent yet.
    record Kept(CorrectionPage page) implements CorrectionOutcome {}

    /// Sent; the item goes on.
    record Sent() implements CorrectionOutcome {}

    /// Something is wrong or missing still; nothing was sent, what was typed is kept.
    record Incomplete(CorrectionPage page) implements CorrectionOutcome {}

    /// The file was not taken.
    record FileRefused(AttachOutcome why) implements CorrectionOutcome {}

    /// There is nothing to correct any more: it was sent already, or its time is over.
    record NothingToCorrect() implements CorrectionOutcome {}
}
