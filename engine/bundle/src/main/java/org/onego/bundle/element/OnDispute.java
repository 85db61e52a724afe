package org.onego.bundle.element;

/// How an item goes on when a citizen says that a certificate is wrong (纠错).
public enum OnDispute {
    /// With what the citizen states, marked for the clerk.
    FLAG,
    /// Not before the issuer has answered.
    STOP
}
