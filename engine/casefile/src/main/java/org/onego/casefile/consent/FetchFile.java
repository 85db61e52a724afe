package org.onego.casefile.consent;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.answers.KindOfFile;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.audit.AuditLog;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource.FileReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the file of a certificate that replaces a material: recorded first (law 10), as reading
/// it was, then kept beside the read for the department that asks for the material. Without the
/// file the certificate's identifier stands for it.
public final class FetchFile {

    private static final Logger log = LoggerFactory.getLogger(FetchFile.class);

    /// Nobody waits for a file.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApplicationStore store;
    private final CertificateSource source;
    private final FileStore files;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public FetchFile(
            ApplicationStore store,
            CertificateSource source,
            FileStore files,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.source = source;
        this.files = files;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// A file that is to be fetched.
    ///
    /// @param read why the certificate was read
    record Wanted(CertificateType type, String holder, Certificate certificate, AuditRecord read) {}

    /// Once, however many look-ups ask for it at the same time.
    void fetch(Wanted wanted) {
        String what = wanted.read().applicationId() + "/" + wanted.certificate().identifier();
        if (underWay.add(what)) {
            try {
                fetchOnce(wanted);
            } finally {
                underWay.remove(what);
            }
        }
    }

    private void fetchOnce(Wanted wanted) {
        String applicationId = wanted.read().applicationId();
        if (store.find(applicationId).filter(draft -> isMissing(draft, wanted)).isEmpty()) {
            return;
        }
        AuditRecord why = wanted.read().again(ids.next(), clock.instant());
        audit.append(why);
        switch (source.file(wanted.type(), wanted.certificate(), why, PATIENCE)) {
            case FileReading.Fetched(String name, byte[] bytes) -> keep(wanted, name, bytes);
            case FileReading.Missing(var kind, String reason) ->
                    log.warn(
                            "Application {}: the file of {} could not be fetched: {} ({}); its identifier stands for"
                                    + " it",
                            applicationId,
                            wanted.type().id(),
                            kind,
                            reason);
        }
    }

    private void keep(Wanted wanted, String name, byte[] bytes) {
        String applicationId = wanted.read().applicationId();
        Optional<String> mediaType = KindOfFile.mediaType(bytes);
        if (mediaType.isEmpty()) {
            log.warn(
                    "Application {}: the file of {} is of no known kind; its identifier stands for it",
                    applicationId,
                    wanted.type().id());
            return;
        }
        StoredFile file =
                files.save(name, mediaType.get(), new ByteArrayInputStream(bytes), clock.instant());
        boolean kept =
                store.<Boolean>change(
                                applicationId,
                                draft ->
                                        isMissing(draft, wanted)
                                                ? new Change.To<>(with(draft, wanted, file), true)
                                                : new Change.None<>(false))
                        .map(Change::result)
                        .orElse(false);
        if (!kept) {
            files.delete(file.id());
        }
    }

    private Application with(Application draft, Wanted wanted, StoredFile file) {
        return draft.edit(clock.instant())
                .reads(
                        draft.reads().stream()
                                .map(each -> isOf(each, wanted) ? each.with(file) : each)
                                .toList())
                .done();
    }

    /// Read, with the leave still standing, and without its file.
    private static boolean isMissing(Application draft, Wanted wanted) {
        return draft.isDraft()
                && draft.reads().stream()
                        .anyMatch(each -> isOf(each, wanted) && each.file() == null);
    }

    private static boolean isOf(CertificateRead read, Wanted wanted) {
        return read.isOf(wanted.type().id(), wanted.holder())
                && read.state() == State.FOUND
                && wanted.certificate().identifier().equals(read.identifier());
    }
}
