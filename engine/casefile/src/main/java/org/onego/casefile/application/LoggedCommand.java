package org.onego.casefile.application;

import java.time.Instant;

/// A command in an application's log.
///
/// @param seq counts from 1 in each application; applying the same twice is harmless
/// @param applied whether the process has followed
public record LoggedCommand(int seq, Command command, Instant at, Actor by, boolean applied) {}
