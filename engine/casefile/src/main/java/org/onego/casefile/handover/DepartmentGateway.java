package org.onego.casefile.handover;

import org.onego.casefile.result.CaseView;

/// Departments' own systems, as far as we call them.
@FunctionalInterface
public interface DepartmentGateway {

    /// Hands a case over, or tells what has become of it since. The same key means the same: the
    /// department takes it once however often it is told.
    ///
    /// @param endpoint name of the configured connection
    /// @param key the idempotency key
    /// @param view its own item's projection, nothing of the others (law 8)
    Receipt push(String endpoint, String key, CaseView view);

    /// What came of handing over.
    sealed interface Receipt {

        record Acknowledged() implements Receipt {}

        /// Try again later.
        ///
        /// @param why without personal data, fit for a log
        record Failed(String why) implements Receipt {}
    }
}
