package org.onego.casefile.application;

/// The app in which the citizen's pages run: it says who the citizen is, and takes messages to
/// them.
public interface Host {

    /// Who is behind the one-time token that the host put into the page's address.
    Login exchange(String accessLink);

    /// Sends a short message to a citizen.
    ///
    /// @param text at most 128 characters, nothing personal
    /// @param path where the message leads, relative to the citizen's pages
    Sent push(Person to, String text, String path);

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

        /// @param why without personal data, fit for a log
        record Failed(String why) implements Sent {}
    }
}
