package org.onego.casefile.consent;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Question;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.PrefillRequest;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.OpenQuestions;
import org.onego.casefile.application.Selections;

/// A draft → the certificates that would be read with the consent of its owner, and of whoever else
/// has agreed.
public final class PlanReads {

    private final BundleCatalogue catalogue;
    private final InstantSource clock;

    public PlanReads(BundleCatalogue catalogue, InstantSource clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// What the owner alone is asked for; empty while the guide is not finished.
    public Optional<PrefillPlan> plan(Application draft) {
        PublishedBundle bundle = catalogue.of(draft);
        return Selections.of(bundle, draft)
                .map(bundle::form)
                .map(form -> {
                    WhoAgrees agrees = agrees(draft, form);
                    Set<String> own = agrees.represented(form.selection().applicant());
                    return plan(draft, form, own, Set.of());
                });
    }

    /// @param vain look-ups that brought nothing: what can answer in their place?
    PrefillPlan plan(Application draft, MergedForm form, Set<CertificateOf> vain) {
        return plan(draft, form, agrees(draft, form).authorised(), vain);
    }

    /// @param authorised whose certificates may be read
    PrefillPlan plan(
            Application draft, MergedForm form, Set<String> authorised, Set<CertificateOf> vain) {
        PublishedBundle bundle = catalogue.of(draft);
        PrefillRequest request =
                PrefillRequest.of(form, OpenQuestions.of(form, draft), authorised)
                        .withKnown(identities(form, draft))
                        .withMaterials(bundle.materials(form, draft.answers()))
                        .withUnavailable(vain);
        return PrefillPlanner.plan(bundle.compiled(), form, request);
    }

    WhoAgrees agrees(Application draft, MergedForm form) {
        return new WhoAgrees(catalogue.of(draft).compiled(), form, draft, clock.instant());
    }

    /// Who is known before anything is read.
    ///
    /// What is typed about a child or a company is not believed, as long as it would let its parent
    /// or its representative agree in its place: else anybody could read anybody's by typing a
    /// number. An adult's number may be typed, since that adult is asked.
    Identities identities(MergedForm form, Application draft) {
        CompiledBundle bundle = catalogue.of(draft).compiled();
        Answers believed = draft.answers();
        for (Question question : form.questions().values()) {
            Subject subject = bundle.subjects().get(question.id().subject());
            if (subject != null
                    && !subject.consentBy().isEmpty()
                    && !subject.id().equals(form.selection().applicant())
                    && !draft.prefilled().containsKey(question.id())) {
                believed = believed.without(question.id());
            }
        }
        return Identities.ofLogin(
                        form.selection().applicant(), draft.owner().idNo(), draft.owner().name())
                .learn(form, believed);
    }

    /// The look-ups as somebody agrees to them; what came with the login needs no reading.
    static List<Consent.Read> asked(MergedForm form, List<Lookup> lookups) {
        return lookups.stream()
                .filter(lookup -> !lookup.type().id().equals(PrefillPlanner.HOST_PROFILE))
                .map(lookup ->
                        new Consent.Read(lookup.type().id(), lookup.holder(), items(form, lookup)))
                .toList();
    }

    /// The items that ask for what the look-up answers or replaces, in the order of the bundle.
    static List<String> items(MergedForm form, Lookup lookup) {
        Set<String> asking = new LinkedHashSet<>();
        for (PrefillPlan.Expected expected : lookup.answers()) {
            Question question = form.question(expected.question());
            if (question != null) {
                question.origins().forEach(origin -> asking.add(origin.item()));
            }
        }
        for (MergedMaterial material : form.materials()) {
            if (lookup.materials().contains(material.code())) {
                asking.addAll(material.items());
            }
        }
        List<String> items = form.selection().items().stream().filter(asking::contains).toList();
        return items.isEmpty() ? List.of(form.selection().items().getFirst()) : items;
    }

    Map<String, Subject> subjects(Application draft) {
        return catalogue.of(draft).compiled().subjects();
    }

    Item item(Application draft, String id) {
        return catalogue.of(draft).compiled().item(id);
    }
}
