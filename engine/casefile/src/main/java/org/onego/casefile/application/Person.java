package org.onego.casefile.application;

/// A logged-in citizen as the host vouches for them.
public record Person(String name, String idNo, String mobile) {

    /// Nothing of it: it is personal, and this may end up in a log.
    @Override
    public String toString() {
        return "Person";
    }
}
