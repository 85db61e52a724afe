package org.onego.casefile.progress;

import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.onego.bundle.PublishedBundle;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseEvent;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.NoticeKind;
import org.onego.casefile.application.PrintedNotice;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.deadline.Deadlines;
import org.onego.casefile.progress.NoticePrinter.Notice;

/// Prints the letters that the steps of a case bring with them, each once: what a citizen was sent
/// never changes its words afterwards, whatever becomes of the templates.
public final class PrintNotices {

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final FileStore files;
    private final NoticePrinter printer;
    private final Deadlines deadlines;
    private final InstantSource clock;

    public PrintNotices(
            ApplicationStore store,
            BundleCatalogue catalogue,
            FileStore files,
            NoticePrinter printer,
            Deadlines deadlines,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.files = files;
        this.printer = printer;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// Prints what an application's cases still owe.
    public void print(String applicationId) {
        store.find(applicationId)
                .ifPresent(application -> {
                    for (CaseRecord each : application.cases()) {
                        each.unprinted().forEach(place -> print(application, each, place));
                    }
                });
    }

    /// The letter about an event; printed now, when nobody has yet.
    public Optional<FileContent> open(Application application, CaseRecord record, int place) {
        if (!record.unprinted().contains(place)) {
            return read(record, place);
        }
        print(application, record, place);
        return store.find(application.id())
                .flatMap(printed -> printed.caseOf(record.id()))
                .flatMap(printed -> read(printed, place));
    }

    private Optional<FileContent> read(CaseRecord record, int place) {
        return record.notices().stream()
                .filter(notice -> notice.event() == place)
                .findFirst()
                .map(PrintedNotice::file)
                .flatMap(file -> files.read(file.id()).map(bytes -> new FileContent(file, bytes)));
    }

    private void print(Application application, CaseRecord record, int place) {
        CaseEvent event = record.events().get(place);
        NoticeKind kind = NoticeKind.of(event).orElseThrow();
        PublishedBundle bundle = catalogue.of(application);
        String number = record.number() + "-" + (place + 1);
        byte[] pdf =
                printer.print(
                        new Notice(
                                kind,
                                number,
                                application,
                                record,
                                event,
                                place,
                                bundle,
                                deadlines.of(
                                        record, bundle.compiled().item(record.item()).deadline())));
        StoredFile file =
                files.save(
                        number + ".pdf",
                        "application/pdf",
                        new ByteArrayInputStream(pdf),
                        clock.instant());
        PrintedNotice printed = new PrintedNotice(place, kind, file, clock.instant());
        boolean first =
                store.<Boolean>change(
                                application.id(),
                                current ->
                                        current.caseOf(record.id())
                                                        .orElseThrow()
                                                        .unprinted()
                                                        .contains(place)
                                                ? new Change.To<>(
                                                        current.edit(current.changedAt())
                                                                .caseOf(
                                                                        record.item(),
                                                                        each ->
                                                                                each.withNotice(
                                                                                        printed))
                                                                .done(),
                                                        true)
                                                : new Change.None<>(false))
                        .map(Change::result)
                        .orElse(false);
        if (!first) {
            files.delete(file.id());
        }
    }
}
