package org.onego.casefile.audit;

import java.util.List;

/// Keeps who read what, and who agreed to what. A read is written before it is made, so that
/// nothing is read unrecorded; nothing is ever changed.
public interface AuditLog {

    void append(AuditRecord entry);

    void append(AuditEvent event);

    /// What was read for an application, oldest first.
    List<AuditRecord> of(String applicationId);

    /// What else was recorded of an application, oldest first.
    List<AuditEvent> events(String applicationId);

    /// Every read that concerns a person, newest first: of their own certificates, and of those for
    /// which they agreed in another's place.
    List<AuditRecord> concerning(String idNo, int limit);
}
