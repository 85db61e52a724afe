package org.onego.casefile.rating;

import org.onego.casefile.application.Application;
import org.onego.casefile.application.Rating;

/// What became of a rating.
public sealed interface RateOutcome {

    record Rated(Application application) implements RateOutcome {}

    /// Once only: this is how it was rated.
    record AlreadyRated(Rating rating) implements RateOutcome {}

    /// There is nothing to rate before the case has ended.
    record NotYet() implements RateOutcome {}

    /// @param field `level`, `options` or `text`
    /// @param limit what is allowed, in words fit for a log
    record Invalid(String field, String limit) implements RateOutcome {}
}
