package org.onego.bundle.prefill;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;

/// What a prefill plan is asked for.
///
/// @param open the questions without an answer
/// @param authorised the subjects who agreed that their own certificates are read; the applicant
///   always is one
/// @param known the subjects whose id number is known already; the applicant always is one
/// @param materials certificates that replace materials → the codes of those
/// @param unavailable look-ups that were made in vain, and are not to be made again
public record PrefillRequest(
        Set<QuestionId> open,
        Set<String> authorised,
        Set<String> known,
        Map<CertificateOf, List<String>> materials,
        Set<CertificateOf> unavailable) {

    public PrefillRequest {
        open = Set.copyOf(open);
        authorised = Set.copyOf(authorised);
        known = Set.copyOf(known);
        materials = Map.copyOf(materials);
        unavailable = Set.copyOf(unavailable);
    }

    /// Takes it that an id number that the form asks for and that is not open has been answered.
    public static PrefillRequest of(MergedForm form, Set<QuestionId> open, Set<String> authorised) {
        Set<String> known = new LinkedHashSet<>();
        for (Question question : form.questions().values()) {
            if (question.source() instanceof Source.Asked
                    && Identities.isIdNumber(question)
                    && !open.contains(question.id())) {
                known.add(question.id().subject());
            }
        }
        return new PrefillRequest(open, authorised, known, Map.of(), Set.of());
    }

    /// These questions without those about a row of which somebody has typed a part already: what a
    /// certificate lists first need not be whom they have in mind.
    public static Set<QuestionId> inUntouchedRows(
            Collection<QuestionId> questions, Collection<QuestionId> typed) {
        Set<String> begun = new LinkedHashSet<>();
        for (QuestionId each : typed) {
            if (RowSubject.isRow(each.subject())) {
                begun.add(each.subject());
            }
        }
        Set<QuestionId> left = new LinkedHashSet<>(questions);
        left.removeIf(question -> begun.contains(question.subject()));
        return left;
    }

    /// With the subjects whose id numbers are known for sure.
    public PrefillRequest withKnown(Identities identities) {
        return new PrefillRequest(open, authorised, identities.known(), materials, unavailable);
    }

    /// Certificates that replace required materials are needed as well.
    public PrefillRequest withMaterials(Collection<MergedMaterial> needed) {
        Map<CertificateOf, List<String>> replaced = new LinkedHashMap<>();
        for (MergedMaterial material : needed) {
            if (material.required()
                    && material.subject() != null
                    && material.supply() instanceof Supply.Certificate certificate) {
                replaced.merge(
                        new CertificateOf(certificate.type(), material.subject()),
                        List.of(material.code()),
                        PrefillRequest::joined);
            }
        }
        return new PrefillRequest(open, authorised, known, replaced, unavailable);
    }

    /// After look-ups that failed or found nothing: what others can answer instead.
    public PrefillRequest withUnavailable(Set<CertificateOf> tried) {
        return new PrefillRequest(open, authorised, known, materials, tried);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
