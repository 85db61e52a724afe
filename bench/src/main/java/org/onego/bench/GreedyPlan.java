package org.onego.bench;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;

/// The plan that first comes to mind, to compare with: always read next what answers most of what
/// is open, among the certificates of people who are known by then.
final class GreedyPlan {

    private final CompiledBundle bundle;
    private final Set<QuestionId> open;
    private final Set<String> known = new HashSet<>();
    private final Set<CertificateOf> chosen = new LinkedHashSet<>();

    GreedyPlan(CompiledBundle bundle, MergedForm form, String applicant) {
        this.bundle = bundle;
        this.open = new HashSet<>(form.questions().keySet());
        known.add(applicant);
    }

    Set<CertificateOf> find() {
        for (CertificateOf next = best(); next != null; next = best()) {
            CertificateType type = bundle.dictionary().certificateTypes().get(next.type());
            chosen.add(next);
            if (type != null) {
                open.removeAll(answered(type, next.subject()));
                for (String relation : type.about().keySet()) {
                    String other = relations(next.subject()).get(relation);
                    if (other != null) {
                        known.add(other);
                    }
                }
            }
        }
        return chosen;
    }

    private @Nullable CertificateOf best() {
        CertificateOf best = null;
        int most = 0;
        for (String holder : known) {
            for (CertificateType type : bundle.dictionary().certificateTypes().values()) {
                int answers = answered(type, holder).size();
                if (answers > most) {
                    most = answers;
                    best = new CertificateOf(type.id(), holder);
                }
            }
        }
        return best;
    }

    private Set<QuestionId> answered(CertificateType type, String holder) {
        Set<QuestionId> answered = new HashSet<>();
        for (Answer answer : type.answers()) {
            String about =
                    answer.about().equals(CertificateType.HOLDER)
                            ? holder
                            : relations(holder).get(answer.about());
            if (about != null) {
                QuestionId id =
                        new QuestionId(about, answer.element().toString().replace('.', '_'));
                if (open.contains(id)) {
                    answered.add(id);
                }
            }
        }
        return answered;
    }

    private Map<String, String> relations(String subject) {
        var declared = bundle.subjects().get(subject);
        return declared == null ? Map.of() : declared.relations();
    }
}
