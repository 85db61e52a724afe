package org.onego.casefile.provenance;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.OnDispute;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.application.HandOver;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Selections;
import org.onego.casefile.audit.AuditEvent.Kind;
import org.onego.casefile.audit.RecordEvents;

/// The issuer of a certificate looks at what citizens say is wrong with it. Where the issuer has no
/// desk here, the departments whose items ask for the answer look at it.
public final class DecideDispute {

    private static final int AT_ONCE = 200;

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final Journal journal;
    private final RecordEvents events;
    private final InstantSource clock;

    public DecideDispute(
            ApplicationStore store,
            BundleCatalogue catalogue,
            Journal journal,
            RecordEvents events,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// What this clerk's department has to look at, the oldest first.
    public List<IssuerTask> tasks(Clerk clerk) {
        Set<String> types =
                catalogue.all().stream()
                        .flatMap(bundle ->
                                bundle.compiled().dictionary().certificateTypes().values().stream())
                        .filter(type ->
                                type.issuer().department() == null
                                        || clerk.department().equals(type.issuer().department()))
                        .map(CertificateType::id)
                        .collect(Collectors.toUnmodifiableSet());
        List<IssuerTask> tasks = new ArrayList<>();
        for (Application application : store.disputing(types, AT_ONCE)) {
            PublishedBundle bundle = catalogue.of(application);
            MergedForm form = Selections.formOf(bundle, application);
            for (Dispute dispute : application.evidence().disputes().values()) {
                if (dispute.isOpen() && isFor(clerk, bundle.compiled(), form, dispute)) {
                    task(application, bundle.compiled(), form, dispute).ifPresent(tasks::add);
                }
            }
        }
        return tasks;
    }

    private static Optional<IssuerTask> task(
            Application application, CompiledBundle bundle, MergedForm form, Dispute dispute) {
        Question question = form.question(dispute.printed().question());
        CertificateType type = DisputePolicy.type(bundle, dispute);
        Application.Submission submission = application.submission();
        if (question == null || type == null || submission == null) {
            return Optional.empty();
        }
        List<Text> waiting =
                form.selection().items().stream()
                        .filter(DisputePolicy.items(form, dispute)::contains)
                        .map(bundle::item)
                        .filter(item -> DisputePolicy.of(item, type) == OnDispute.STOP)
                        .map(Item::title)
                        .toList();
        return Optional.of(
                new IssuerTask(
                        application.id(),
                        submission.number(),
                        application.owner().name(),
                        type.title(),
                        question,
                        dispute,
                        waiting));
    }

    private static boolean isFor(
            Clerk clerk, CompiledBundle bundle, MergedForm form, Dispute dispute) {
        CertificateType type = DisputePolicy.type(bundle, dispute);
        String issuer = type == null ? null : type.issuer().department();
        return issuer != null
                ? issuer.equals(clerk.department())
                : DisputePolicy.items(form, dispute).stream()
                        .anyMatch(item ->
                                bundle.item(item).department().id().equals(clerk.department()));
    }

    /// @param corrected whether the certificate was wrong and what the citizen states is right
    /// @param words to the citizen, or null
    /// @return whether it was this clerk's to decide; empty when there is no such task
    public Optional<Boolean> decide(
            Clerk clerk,
            String applicationId,
            QuestionId question,
            boolean corrected,
            @Nullable String words) {
        Optional<Boolean> decided =
                journal.change(
                        applicationId,
                        application -> decide(clerk, application, question, corrected, words));
        if (decided.orElse(false)) {
            events.done(
                    applicationId,
                    Kind.DISPUTE_DECIDED,
                    clerk.id(),
                    List.of(),
                    List.of(question.toString()));
        }
        return decided;
    }

    private Change<Boolean> decide(
            Clerk clerk,
            Application application,
            QuestionId question,
            boolean corrected,
            @Nullable String words) {
        Dispute dispute = application.evidence().disputes().get(question);
        if (dispute == null || !dispute.isOpen() || application.isDraft()) {
            return new Change.None<>(false);
        }
        CompiledBundle bundle = catalogue.of(application).compiled();
        MergedForm form = Selections.formOf(catalogue.of(application), application);
        if (!isFor(clerk, bundle, form, dispute)) {
            return new Change.None<>(false);
        }
        Instant now = clock.instant();
        Dispute.State how = corrected ? Dispute.State.CORRECTED : Dispute.State.UPHELD;
        ApplicationEdit edit =
                application
                        .edit(now)
                        .evidence(evidence -> evidence.with(dispute.decided(how, words, now)));
        if (!corrected) {
            edit.prefill(dispute.printed());
        }
        return new Change.To<>(release(edit.done(), bundle, form, now), true);
    }

    /// Hands over what the process has reached and nothing holds any more.
    private static Application release(
            Application application, CompiledBundle bundle, MergedForm form, Instant now) {
        ApplicationEdit edit = application.again(application.version());
        Set<String> held = new HashSet<>(application.evidence().held());
        for (String item : application.evidence().held()) {
            if (!DisputePolicy.isHeld(bundle, form, application, item)) {
                held.remove(item);
                edit.caseOf(
                        item,
                        each ->
                                each.state() == CaseState.WAITING
                                        ? HandOver.toDepartment(each, now)
                                        : each);
            }
        }
        return edit.evidence(evidence -> evidence.holding(held)).done();
    }
}
