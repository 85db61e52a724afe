package org.onego.casefile.consent;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType.HolderKind;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.Channel;
import org.onego.casefile.application.Consent;
import org.onego.casefile.audit.AuditRecord.Basis;

/// On whose word a certificate may be read: its holder's; a child's guardian's; a company's legal
/// representative's. Nobody else's.
final class WhoAgrees {

    private final CompiledBundle bundle;
    private final MergedForm form;
    private final Application draft;
    private final Instant now;

    WhoAgrees(CompiledBundle bundle, MergedForm form, Application draft, Instant now) {
        this.bundle = bundle;
        this.form = form;
        this.draft = draft;
        this.now = now;
    }

    /// @param by id number of who agreed
    /// @param authorisation id of the authorisation, or null
    record Agreed(Basis basis, String by, @Nullable String authorisation) {}

    /// Empty when nobody has agreed who can.
    Optional<Agreed> to(Lookup lookup, Identities identities) {
        Optional<Agreed> own = byTheApplicant(lookup, identities);
        return own.isPresent() ? own : byAnother(lookup, identities);
    }

    private Optional<Agreed> byTheApplicant(Lookup lookup, Identities identities) {
        Consent consent = draft.consent();
        boolean granted =
                consent != null
                        && consent.granted()
                        && consent.reads().stream()
                                .anyMatch(read ->
                                        read.type().equals(lookup.type().id())
                                                && read.holder().equals(lookup.holder()));
        return granted
                ? basis(applicant(), lookup, identities)
                        .map(basis -> new Agreed(basis, draft.owner().idNo(), null))
                : Optional.empty();
    }

    private Optional<Agreed> byAnother(Lookup lookup, Identities identities) {
        for (Authorisation each : draft.evidence().authorisations()) {
            boolean same =
                    identities
                            .idNo(each.decider())
                            .filter(idNo -> idNo.equalsIgnoreCase(each.deciderIdNo()))
                            .isPresent();
            if (each.allows(now)
                    && each.covers(lookup.type().id(), lookup.holder())
                    && same
                    && basis(each.decider(), lookup, identities).isPresent()) {
                Basis basis = each.channel() == Channel.HOST ? Basis.AUTHORISATION : Basis.SHOWN;
                return Optional.of(new Agreed(basis, each.deciderIdNo(), each.id()));
            }
        }
        return Optional.empty();
    }

    /// Somebody else agreed to this read too.
    boolean isCoveredByAnother(CertificateRead read) {
        return draft.evidence().authorisations().stream()
                .anyMatch(each -> each.allows(now) && each.covers(read.type(), read.holder()));
    }

    /// Why this person's word is enough, or empty when it is not.
    private Optional<Basis> basis(String decider, Lookup lookup, Identities identities) {
        if (decider.equals(lookup.holder())) {
            return Optional.of(Basis.CONSENT);
        }
        Subject holder = bundle.subjects().get(lookup.holder());
        if (holder == null || !holder.consentBy().contains(decider)) {
            return Optional.empty();
        }
        if (lookup.type().holder() == HolderKind.COMPANY) {
            return Optional.of(Basis.REPRESENTATIVE);
        }
        return identities
                .idNo(lookup.holder())
                .filter(idNo -> Adulthood.isChild(idNo, now))
                .map(_ -> Basis.GUARDIAN);
    }

    /// Those for whom this person could agree, itself among them; whether it really can is seen
    /// when it is known who they are.
    Set<String> represented(String decider) {
        Set<String> subjects = new LinkedHashSet<>();
        subjects.add(decider);
        for (String id : form.selection().subjects()) {
            Subject subject = bundle.subjects().get(id);
            if (subject != null && subject.consentBy().contains(decider)) {
                subjects.add(id);
            }
        }
        return subjects;
    }

    /// The applicant, those for whom the applicant could agree, and those who were asked and have
    /// agreed.
    Set<String> authorised() {
        Set<String> subjects = new LinkedHashSet<>(represented(applicant()));
        for (Authorisation each : draft.evidence().authorisations()) {
            if (each.allows(now)) {
                subjects.addAll(represented(each.decider()));
            }
        }
        return subjects;
    }

    private String applicant() {
        return form.selection().applicant();
    }
}
