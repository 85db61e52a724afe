package org.onego.bundle.prefill;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A certificate as it was read from a source.
///
/// @param type id of its type
/// @param identifier 证照标识 after GB/T 36904, or the register's own id of the record
/// @param holderIdNo whose it is
public record Certificate(
        String type,
        String identifier,
        String number,
        String holderIdNo,
        LocalDate issued,
        @Nullable LocalDate expires,
        ObjectNode attributes,
        Instant readAt) {}
