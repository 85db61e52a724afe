package org.onego.casefile.answers;

import org.onego.casefile.application.Application;
import org.onego.casefile.application.StoredFile;

/// What became of a file that the citizen attached.
public sealed interface AttachOutcome {

    record Attached(Application application, StoredFile file) implements AttachOutcome {}

    /// Larger than `limit` bytes.
    record TooLarge(long limit) implements AttachOutcome {}

    /// A picture with more pixels than anybody's camera makes: opening it would need gigabytes.
    record TooManyPixels(long limit) implements AttachOutcome {}

    /// Its content is none of the kinds accepted: JPEG, PNG, PDF, OFD.
    record UnknownKind() implements AttachOutcome {}

    /// Nothing in it.
    record Empty() implements AttachOutcome {}

    /// So many files are attached to this material already.
    record TooMany(int limit) implements AttachOutcome {}

    /// The selected items ask for no such material.
    record NotAskedFor() implements AttachOutcome {}

    /// Nothing changed: it is no draft any more.
    record AlreadySubmitted(String number) implements AttachOutcome {}
}
