package org.onego.casefile.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Question;
import org.onego.bundle.prefill.Certificate;
import org.onego.bundle.prefill.CertificateReader;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.ListedRows;
import org.onego.bundle.prefill.PrefillPlan.Expected;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.Prefilled;
import org.onego.bundle.prefill.ReadResult;
import org.onego.bundle.prefill.ReadResult.Refusal;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.application.OpenQuestions;
import org.onego.casefile.audit.AuditLog;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one look-up: recorded first (law 10), then read, then stored in the draft as far as the
/// citizen has not been faster.
public final class ReadOne {

    private static final Logger log = LoggerFactory.getLogger(ReadOne.class);

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final CertificateSource source;
    private final CertificateReader reader;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    public ReadOne(
            ApplicationStore store,
            BundleCatalogue catalogue,
            CertificateSource source,
            CertificateReader reader,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.source = source;
        this.reader = reader;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a look-up brought.
    ///
    /// @param known who is known with it
    /// @param answers how many questions it answered
    record Brought(Identities known, int answers) {}

    Brought read(
            Application draft,
            MergedForm form,
            Lookup lookup,
            Identities identities,
            Duration patience) {
        String holderIdNo = identities.idNo(lookup.holder()).orElseThrow();
        if (!isPending(draft, lookup)) {
            List<Certificate> held =
                    draft.certificates().stream()
                            .filter(each -> each.type().equals(lookup.type().id()))
                            .filter(each -> each.holderIdNo().equalsIgnoreCase(holderIdNo))
                            .toList();
            return use(draft, form, lookup, held, identities);
        }
        AuditRecord why = why(draft, form, lookup, holderIdNo);
        audit.append(why);
        return switch (source.read(lookup.type(), holderIdNo, why, patience)) {
            case Reading.Found(List<Certificate> certificates) ->
                    use(draft, form, lookup, certificates, identities);
            case Reading.NotFound(NoCertificate reason) -> {
                store(draft.id(), lookup, reason);
                yield new Brought(identities, 0);
            }
            case Reading.Failed(NoCertificate kind, String reason) -> {
                log.warn(
                        "Application {}: {} could not be read: {} ({}); its questions are asked",
                        draft.id(),
                        lookup.type().id(),
                        kind,
                        reason);
                store(draft.id(), lookup, kind);
                yield new Brought(identities, 0);
            }
        };
    }

    /// The newest that can be used; where there is none, why the newest of all can't.
    private Brought use(
            Application draft,
            MergedForm form,
            Lookup lookup,
            List<Certificate> certificates,
            Identities identities) {
        NoCertificate none = null;
        for (Certificate certificate : certificates) {
            switch (reader.read(lookup, certificate, form, identities)) {
                case ReadResult.Read(List<Prefilled> answers, var unusable, Identities known) -> {
                    if (!unusable.isEmpty()) {
                        log.info(
                                "Application {}: {} does not answer {}",
                                draft.id(),
                                lookup.type().id(),
                                unusable);
                    }
                    CertificateRead found =
                            CertificateRead.found(
                                    lookup.type().id(),
                                    lookup.holder(),
                                    certificate.identifier(),
                                    clock.instant());
                    Map<String, Integer> rows =
                            ListedRows.of(lookup, certificate, catalogue.of(draft).repeated(form));
                    int stored = store(draft.id(), lookup, found, certificate, answers, rows);
                    return new Brought(known, stored);
                }
                case ReadResult.Refused(Refusal reason) -> {
                    log.info(
                            "Application {}: {} cannot be used: {}",
                            draft.id(),
                            lookup.type().id(),
                            reason);
                    none = none == null ? why(reason) : none;
                }
            }
        }
        store(draft.id(), lookup, none == null ? NoCertificate.NONE : none);
        return new Brought(identities, 0);
    }

    private static NoCertificate why(Refusal refusal) {
        return switch (refusal) {
            case Refusal.WrongType _, Refusal.WrongHolder _ -> NoCertificate.ANOTHERS;
            case Refusal.HolderUnknown _ -> NoCertificate.NONE;
            case Refusal.Expired _ -> NoCertificate.EXPIRED;
            case Refusal.NotYetValid _ -> NoCertificate.NOT_YET_VALID;
        };
    }

    /// What is still pending will not come: nobody knows whose certificate it is, or the question
    /// has been answered in the meantime.
    void giveUp(String applicationId) {
        Instant now = clock.instant();
        store.<Boolean>change(
                applicationId,
                draft -> {
                    List<CertificateRead> reads =
                            draft.reads().stream()
                                    .map(read ->
                                            read.state() == State.PENDING
                                                    ? CertificateRead.without(
                                                            read.type(),
                                                            read.holder(),
                                                            NoCertificate.NONE,
                                                            now)
                                                    : read)
                                    .toList();
                    return reads.equals(draft.reads())
                            ? new Change.None<>(false)
                            : new Change.To<>(draft.edit(now).reads(reads).done(), true);
                });
    }

    private void store(String applicationId, Lookup lookup, NoCertificate reason) {
        CertificateRead read =
                CertificateRead.without(
                        lookup.type().id(), lookup.holder(), reason, clock.instant());
        store(applicationId, lookup, read, null, List.of(), Map.of());
    }

    /// @param rows how many rows a list in it fills; what the citizen says about that goes first
    /// @return how many questions it answered, a longer list counting as one
    private int store(
            String applicationId,
            Lookup lookup,
            CertificateRead read,
            @Nullable Certificate certificate,
            List<Prefilled> answers,
            Map<String, Integer> rows) {
        Instant now = clock.instant();
        return store.<Integer>change(
                        applicationId,
                        draft -> {
                            if (!isWanted(draft, lookup)) {
                                return new Change.None<>(0);
                            }
                            ApplicationEdit edit = draft.edit(now);
                            if (isPending(draft, lookup)) {
                                edit.read(read);
                                if (certificate != null) {
                                    edit.certificate(certificate);
                                }
                            }
                            List<Prefilled> open =
                                    answers.stream()
                                            .filter(answer ->
                                                    OpenQuestions.isOpen(answer.question(), draft))
                                            .toList();
                            open.forEach(edit::prefill);
                            GuideAnswers longer = longer(draft.guide(), rows);
                            edit.guide(longer);
                            return new Change.To<>(
                                    edit.done(),
                                    open.size() + (longer.equals(draft.guide()) ? 0 : 1));
                        })
                .map(Change::result)
                .orElse(0);
    }

    private static GuideAnswers longer(GuideAnswers guide, Map<String, Integer> rows) {
        GuideAnswers longer = guide;
        for (Map.Entry<String, Integer> each : rows.entrySet()) {
            if (!guide.rows().containsKey(each.getKey())) {
                longer = longer.withRows(each.getKey(), each.getValue());
            }
        }
        return longer;
    }

    /// Submitted in the meantime, or another selection made: then it was read for nothing.
    private static boolean isWanted(Application draft, Lookup lookup) {
        return draft.isDraft()
                && draft.consent() != null
                && draft.consent().granted()
                && draft.reads().stream()
                        .anyMatch(read -> read.isOf(lookup.type().id(), lookup.holder()));
    }

    private static boolean isPending(Application draft, Lookup lookup) {
        return draft.reads().stream()
                .anyMatch(read ->
                        read.isOf(lookup.type().id(), lookup.holder())
                                && read.state() == State.PENDING);
    }

    private AuditRecord why(Application draft, MergedForm form, Lookup lookup, String holderIdNo) {
        PublishedBundle bundle = catalogue.of(draft);
        Item item = bundle.compiled().item(itemFor(form, lookup));
        return new AuditRecord(
                ids.next(),
                clock.instant(),
                item.department().name(),
                draft.owner().name(),
                item.title().zh(),
                item.code() == null ? item.id() : item.code(),
                draft.id(),
                draft.id(),
                lookup.type().id(),
                holderIdNo,
                bundle.compiled().info().title().zh());
    }

    /// The first item that asks for what the look-up answers or replaces.
    private static String itemFor(MergedForm form, Lookup lookup) {
        for (Expected expected : lookup.answers()) {
            Question question = form.question(expected.question());
            if (question != null && !question.origins().isEmpty()) {
                return question.origins().getFirst().item();
            }
        }
        return form.materials().stream()
                .filter(material -> lookup.materials().contains(material.code()))
                .map(MergedMaterial::items)
                .map(List::getFirst)
                .findFirst()
                .orElseGet(() -> form.selection().items().getFirst());
    }
}
