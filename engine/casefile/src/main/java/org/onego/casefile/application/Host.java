package org.onego.casefile.application;

import org.jspecify.annotations.Nullable;

/// The app in which the citizen's pages run: it says who the citizen is, and takes messages to
/// them.
public interface Host {

    /// Who is behind the one-time token that the host put into the page's address.
    Login exchange(String accessLink);

    /// Sends a short message.
    ///
    /// @param key the same for every attempt: the host shows it once
    /// @param text at most 128 characters, nothing personal
    /// @param path where the message leads, relative to our pages
    Sent push(Recipient to, String key, String title, String text, String path);

    /// Whom a message is for.
    sealed interface Recipient {

        record Citizen(Person person) implements Recipient {}

        /// @param clerk the account, or null for everybody of the department
        record Staff(String department, @Nullable String clerk) implements Recipient {}
    }

    /// What came of a token.
    sealed interface Login {

        record LoggedIn(Person person) implements Login {}

        /// Used, too old or never issued: the citizen has to open the service from the host again.
        record Refused() implements Login {}

        /// The host does not answer.
        ///
        /// @param why without the token, fit for a log
        record Unavailable(String why) implements Login {}
    }

    /// What came of a message.
    sealed interface Sent {

        record Accepted() implements Sent {}

        /// No host is there to take it.
        record NoHost() implements Sent {}

        /// @param why without personal data, fit for a log
        record Failed(String why) implements Sent {}
    }
}
