package org.onego.casefile.application;

import java.time.Instant;

/// What is known of a file in the file store.
///
/// @param id of the file store; says nothing about the content
/// @param name as the citizen's device called it, cleaned
/// @param mediaType as its content shows, not as the client claims
/// @param size in bytes
public record StoredFile(String id, String name, String mediaType, long size, Instant at) {}
