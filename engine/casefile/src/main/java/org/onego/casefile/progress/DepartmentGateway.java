package org.onego.casefile.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.Person;
import org.onego.casefile.provenance.AnswerOrigin;
import tools.jackson.databind.node.ObjectNode;

/// Departments' own systems, as far as we call them.
public interface DepartmentGateway {

    /// Hands a case over. The same key means the same case: the department takes it once however
    /// often it is told.
    ///
    /// @param endpoint name of the configured connection
    /// @param key the idempotency key
    Receipt push(String endpoint, String key, Parcel parcel);

    /// A case as a department gets it: its own item's projection, nothing of the others (law 8).
    ///
    /// @param origins where its answers came from, and what is said to be wrong
    record Parcel(
            String caseId,
            String caseNumber,
            String applicationId,
            String itemId,
            Text itemTitle,
            @Nullable String itemCode,
            BundleVersion bundle,
            Text bundleTitle,
            Person applicant,
            Instant submittedAt,
            ObjectNode document,
            List<AnswerOrigin> origins) {
        public Parcel {
            origins = List.copyOf(origins);
        }
    }

    /// What came of handing over.
    sealed interface Receipt {

        record Acknowledged() implements Receipt {}

        /// Try again later.
        ///
        /// @param why without personal data, fit for a log
        record Failed(String why) implements Receipt {}
    }
}
