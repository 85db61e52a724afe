package org.onego.casefile.application;

/// A report of a department's system that was taken.
///
/// @param key its idempotency key
/// @param digest of what it said, so that the same key can't say something else
public record TakenCall(String key, String digest) {}
