package org.onego.casefile.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.Selections;

/// Who else could be asked for an authorisation: every adult of whom the form speaks, whose id
/// number is known, and whose certificates would answer what is still open.
final class FindOffers {

    private final BundleCatalogue catalogue;
    private final PlanReads plans;
    private final InstantSource clock;

    FindOffers(BundleCatalogue catalogue, PlanReads plans, InstantSource clock) {
        this.catalogue = catalogue;
        this.plans = plans;
        this.clock = clock;
    }

    /// None while the guide is open, or once it is submitted: those who were asked are still there.
    List<Offer> of(Application application) {
        Optional<MergedForm> form =
                Selections.of(catalogue.of(application), application)
                        .map(catalogue.of(application)::form);
        return form.map(present -> of(application, present)).orElse(List.of());
    }

    private List<Offer> of(Application application, MergedForm form) {
        Identities identities = plans.identities(form, application);
        List<Offer> offers = new ArrayList<>();
        for (String subject : form.selection().subjects()) {
            if (!subject.equals(form.selection().applicant())) {
                offer(application, form, identities, subject).ifPresent(offers::add);
            }
        }
        return offers;
    }

    private Optional<Offer> offer(
            Application application, MergedForm form, Identities identities, String decider) {
        Instant now = clock.instant();
        Optional<Authorisation> asked =
                application
                        .evidence()
                        .newest(decider, each -> each.state() != Authorisation.State.CANCELLED);
        if (!application.isDraft() || asked.filter(each -> each.allows(now)).isPresent()) {
            return asked.map(each -> new Offer(decider, each.reads(), List.of(), each));
        }
        boolean adult = identities.idNo(decider).filter(idNo -> isAdult(idNo, now)).isPresent();
        List<Lookup> lookups = adult ? lookups(application, form, decider) : List.<Lookup>of();
        List<QuestionId> answers =
                lookups.stream()
                        .flatMap(lookup -> lookup.answers().stream())
                        .map(PrefillPlan.Expected::question)
                        .toList();
        return lookups.isEmpty()
                ? asked.map(each -> new Offer(decider, each.reads(), answers, each))
                : Optional.of(
                        new Offer(
                                decider,
                                PlanReads.asked(form, lookups),
                                answers,
                                asked.orElse(null)));
    }

    /// Companies and children don't decide for themselves.
    private static boolean isAdult(String idNo, Instant now) {
        return idNo.matches("\\d{17}[0-9Xx]") && !Adulthood.isChild(idNo, now);
    }

    /// Those that become possible with this person's leave.
    private List<Lookup> lookups(Application draft, MergedForm form, String decider) {
        WhoAgrees agrees = plans.agrees(draft, form);
        Set<String> before = agrees.authorised();
        Set<String> authorised = new HashSet<>(before);
        authorised.addAll(agrees.represented(decider));
        Set<CertificateOf> vain =
                draft.reads().stream()
                        .filter(read ->
                                read.state() == State.NOT_FOUND || read.state() == State.FAILED)
                        .map(read -> new CertificateOf(read.type(), read.holder()))
                        .collect(Collectors.toSet());
        return plans.plan(draft, form, authorised, vain).lookups().stream()
                .filter(lookup -> !before.contains(lookup.holder()))
                .toList();
    }
}
