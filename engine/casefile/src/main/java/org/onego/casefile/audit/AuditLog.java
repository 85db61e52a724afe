package org.onego.casefile.audit;

import java.util.List;

/// Keeps who read what. Written before the read, so that nothing is read unrecorded; never changed.
public interface AuditLog {

    void append(AuditRecord entry);

    /// What was read for an application, oldest first.
    List<AuditRecord> of(String applicationId);
}
