package org.onego.casefile.application;

/// What follows the document: the process, departments' systems, messages to the citizen.
@FunctionalInterface
public interface Follower {

    /// Does what the application's document says is left to do. Doing it twice is harmless, and
    /// what fails is found again by the recovery scan.
    void follow(String applicationId);
}
