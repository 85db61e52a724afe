package org.onego.casefile.application;

/// Why a look-up brought no certificate that can be used. The citizen is asked instead, and told so
/// calmly; who operates the service sees the source and the reason.
public enum NoCertificate {
    /// The source knows none of this holder.
    NONE(false),
    /// It was cancelled or withdrawn.
    REVOKED(false),
    EXPIRED(false),
    NOT_YET_VALID(false),
    /// The answer is about somebody else, or about something else than was asked for.
    ANOTHERS(true),
    /// What it says was not signed or sealed by whom it should be.
    FORGED(true),
    /// No answer in time.
    TIMEOUT(true),
    /// Not reachable, or not able to answer.
    UNAVAILABLE(true),
    /// It failed so often that it is left alone for a while.
    RESTING(true),
    /// As many calls were made today as the source allows.
    QUOTA(true),
    /// The service refuses us: log-in, address or rights.
    REFUSED(true),
    /// An answer that is not what the interface says.
    MALFORMED(true),
    /// An answer larger than any certificate.
    TOO_LARGE(true),
    /// The source's address or the type's code is neither in the package nor configured.
    NOT_CONFIGURED(true);

    private final boolean failure;

    NoCertificate(boolean failure) {
        this.failure = failure;
    }

    /// Whether the source failed; otherwise it answered properly, and there is nothing valid.
    public boolean isFailure() {
        return failure;
    }
}
