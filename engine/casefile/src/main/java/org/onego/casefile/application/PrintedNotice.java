package org.onego.casefile.application;

import java.time.Instant;

/// A letter to the citizen (文书) as it was printed: once, and never again with other words.
///
/// @param event the event of the case's timeline that it is about: its place in it, from 0
/// @param kind which letter
public record PrintedNotice(int event, NoticeKind kind, StoredFile file, Instant at) {}
