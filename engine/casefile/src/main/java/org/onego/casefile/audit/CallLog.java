package org.onego.casefile.audit;

import java.util.List;

/// Keeps the calls of departments' systems that changed nothing; never changed itself.
public interface CallLog {

    void append(CallRecord call);

    /// The newest first.
    List<CallRecord> newest(int limit);
}
