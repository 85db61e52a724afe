package org.onego.casefile.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call of a department's system that changed nothing: refused, or the same as one before.
///
/// @param id unique
/// @param department as which it came, or null where it is not known who it was
/// @param connection the name under which it came, as it was sent; cut off when it is long
/// @param call method and path
/// @param reason why, in a word
/// @param detail why, as the caller was told; nothing personal
public record CallRecord(
        String id,
        Instant at,
        @Nullable String department,
        String connection,
        String call,
        String reason,
        String detail) {}
