package org.onego.casefile.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Certificate;
import org.onego.bundle.prefill.CertificateReader;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.ListedRows;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.PrefillRequest;
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
import org.onego.casefile.application.Selections;
import org.onego.casefile.audit.AuditLog;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource.Reading;
import org.onego.casefile.consent.WhoAgrees.Agreed;
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
    /// @param file the certificate's file, where it replaces a material; null where it doesn't
    record Brought(Identities known, int answers, FetchFile.@Nullable Wanted file) {

        Brought(Identities known, int answers) {
            this(known, answers, null);
        }
    }

    Brought read(
            Application draft,
            MergedForm form,
            Lookup lookup,
            Identities identities,
            Duration patience) {
        Optional<Agreed> agreed =
                store.find(draft.id())
                        .flatMap(current -> agreed(current, form, lookup, identities));
        if (agreed.isEmpty()) {
            return new Brought(identities, 0);
        }
        String holderIdNo = identities.idNo(lookup.holder()).orElseThrow();
        AuditRecord why = why(draft, form, lookup, holderIdNo, agreed.get());
        if (!isPending(draft, lookup)) {
            List<Certificate> held =
                    draft.certificates().stream()
                            .filter(each -> each.type().equals(lookup.type().id()))
                            .filter(each -> each.holderIdNo().equalsIgnoreCase(holderIdNo))
                            .toList();
            return use(draft, form, lookup, held, identities, why);
        }
        audit.append(why);
        return switch (source.read(lookup.type(), holderIdNo, why, patience)) {
            case Reading.Found(List<Certificate> certificates) ->
                    use(draft, form, lookup, certificates, identities, why);
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
            Identities identities,
            AuditRecord why) {
        NoCertificate none = null;
        Lookup all = everything(draft, form, lookup);
        for (Certificate certificate : certificates) {
            switch (reader.read(all, certificate, form, identities)) {
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
                    return new Brought(
                            known,
                            stored,
                            lookup.materials().isEmpty()
                                    ? null
                                    : new FetchFile.Wanted(
                                            lookup.type(), lookup.holder(), certificate, why));
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

    /// What it answers beside the plan is compared with what others say; rows that the citizen has
    /// begun are theirs.
    private Lookup everything(Application draft, MergedForm form, Lookup lookup) {
        Set<QuestionId> asked =
                form.questions().values().stream()
                        .filter(question -> question.source() instanceof Question.Source.Asked)
                        .map(Question::id)
                        .collect(Collectors.toUnmodifiableSet());
        return PrefillPlanner.of(
                        catalogue.of(draft).compiled(),
                        form,
                        PrefillRequest.inUntouchedRows(asked, draft.touched()),
                        lookup.certificate())
                .orElse(lookup);
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
    void giveUp(String applicationId, NoCertificate reason) {
        Instant now = clock.instant();
        store.<Boolean>change(
                applicationId,
                draft -> {
                    List<CertificateRead> reads =
                            draft.reads().stream()
                                    .map(read ->
                                            read.state() == State.PENDING
                                                    ? CertificateRead.without(
                                                            read.type(), read.holder(), reason, now)
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
                            if (!draft.isDraft() || !isAskedFor(draft, lookup)) {
                                return new Change.None<>(0);
                            }
                            ApplicationEdit edit = draft.edit(now);
                            if (isPending(draft, lookup)) {
                                edit.read(read);
                                if (certificate != null) {
                                    edit.certificate(certificate);
                                }
                            }
                            for (Prefilled answer : answers) {
                                edit.evidence(evidence -> evidence.stating(answer));
                            }
                            GuideAnswers longer = longer(draft.guide(), rows);
                            edit.guide(longer);
                            Application settled = settled(edit.done(), answers);
                            return new Change.To<>(
                                    settled,
                                    newlyAnswered(draft, settled)
                                            + (longer.equals(draft.guide()) ? 0 : 1));
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

    private Application settled(Application draft, List<Prefilled> answers) {
        Set<QuestionId> concerned =
                answers.stream().map(Prefilled::question).collect(Collectors.toUnmodifiableSet());
        return SettleAnswers.settle(
                draft, Selections.formOf(catalogue.of(draft), draft), concerned);
    }

    private static int newlyAnswered(Application before, Application after) {
        return (int)
                after.prefilled().keySet().stream()
                        .filter(question -> !before.prefilled().containsKey(question))
                        .count();
    }

    private Optional<Agreed> agreed(
            Application draft, MergedForm form, Lookup lookup, Identities identities) {
        return draft.isDraft() && isAskedFor(draft, lookup)
                ? new WhoAgrees(catalogue.of(draft).compiled(), form, draft, clock.instant())
                        .to(lookup, identities)
                : Optional.empty();
    }

    /// Another selection made, or the leave taken back: then it is read for nothing.
    private static boolean isAskedFor(Application draft, Lookup lookup) {
        return draft.reads().stream()
                .anyMatch(read -> read.isOf(lookup.type().id(), lookup.holder()));
    }

    private static boolean isPending(Application draft, Lookup lookup) {
        return draft.reads().stream()
                .anyMatch(read ->
                        read.isOf(lookup.type().id(), lookup.holder())
                                && read.state() == State.PENDING);
    }

    private AuditRecord why(
            Application draft, MergedForm form, Lookup lookup, String holderIdNo, Agreed agreed) {
        PublishedBundle bundle = catalogue.of(draft);
        Item item = bundle.compiled().item(PlanReads.items(form, lookup).getFirst());
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
                bundle.compiled().info().title().zh(),
                agreed.basis(),
                agreed.by(),
                agreed.authorisation());
    }
}
