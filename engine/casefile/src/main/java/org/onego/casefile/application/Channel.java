package org.onego.casefile.application;

/// Where somebody agreed.
public enum Channel {
    /// On a page inside the host app, after logging in there.
    HOST,
    /// By showing a certificate's code (亮证) that was scanned on the applicant's page.
    SHOWN_ONLINE,
    /// By showing a certificate's code to a clerk at the desk.
    SHOWN_AT_DESK
}
