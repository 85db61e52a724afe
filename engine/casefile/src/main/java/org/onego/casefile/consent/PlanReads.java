package org.onego.casefile.consent;

import java.util.Optional;
import java.util.Set;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.PrefillRequest;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.OpenQuestions;
import org.onego.casefile.application.Selections;

/// A draft → the certificates that would be read with its owner's consent: the owner's own only,
/// since nobody else has been asked.
public final class PlanReads {

    private final BundleCatalogue catalogue;

    public PlanReads(BundleCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Empty while the guide is not finished.
    public Optional<PrefillPlan> plan(Application draft) {
        PublishedBundle bundle = catalogue.of(draft);
        return Selections.of(bundle, draft)
                .map(bundle::form)
                .map(form -> plan(bundle, form, draft, Set.of()));
    }

    /// @param vain look-ups that brought nothing: what can answer in their place?
    PrefillPlan plan(Application draft, MergedForm form, Set<CertificateOf> vain) {
        return plan(catalogue.of(draft), form, draft, vain);
    }

    private static PrefillPlan plan(
            PublishedBundle bundle, MergedForm form, Application draft, Set<CertificateOf> vain) {
        PrefillRequest request =
                PrefillRequest.of(
                                form,
                                OpenQuestions.of(form, draft),
                                Set.of(form.selection().applicant()))
                        .withKnown(identities(form, draft))
                        .withMaterials(bundle.materials(form, draft.answers()))
                        .withUnavailable(vain);
        return PrefillPlanner.plan(bundle.compiled(), form, request);
    }

    /// Who is known before anything is read.
    static Identities identities(MergedForm form, Application draft) {
        return Identities.ofLogin(
                        form.selection().applicant(), draft.owner().idNo(), draft.owner().name())
                .learn(form, draft.answers());
    }
}
