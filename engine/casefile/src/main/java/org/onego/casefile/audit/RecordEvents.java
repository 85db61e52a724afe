package org.onego.casefile.audit;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.Ids;
import org.onego.casefile.audit.AuditEvent.Kind;

/// Writes down what has been decided, after it was stored: what the document says leads.
public final class RecordEvents {

    private final AuditLog log;
    private final Ids ids;
    private final InstantSource clock;

    public RecordEvents(AuditLog log, Ids ids, InstantSource clock) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /// Something that was asked and answered in words.
    ///
    /// @param by id number of the citizen, or account of the clerk
    /// @param subject the bundle's subject whom it concerns, or null
    public void agreed(
            String applicationId,
            Kind kind,
            String by,
            @Nullable String subject,
            List<Consent.Read> reads) {
        List<String> types = reads.stream().map(Consent.Read::type).distinct().toList();
        append(applicationId, kind, by, subject, types, List.of(), Consent.WORDING);
    }

    /// Something that was done to answers.
    public void done(
            String applicationId,
            Kind kind,
            String by,
            List<String> types,
            List<String> questions) {
        append(applicationId, kind, by, null, types, questions, null);
    }

    private void append(
            String applicationId,
            Kind kind,
            String by,
            @Nullable String subject,
            List<String> types,
            List<String> questions,
            @Nullable String wording) {
        log.append(
                new AuditEvent(
                        ids.next(),
                        clock.instant(),
                        applicationId,
                        kind,
                        by,
                        subject,
                        types,
                        questions,
                        wording));
    }
}
