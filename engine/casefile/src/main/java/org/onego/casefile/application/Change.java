package org.onego.casefile.application;

/// What was decided about an application: its next version or none, and what to tell whoever asked.
public sealed interface Change<R> {

    /// What to tell.
    R result();

    /// Store `next`, then tell.
    record To<R>(Application next, R result) implements Change<R> {}

    /// Store nothing.
    record None<R>(R result) implements Change<R> {}
}
