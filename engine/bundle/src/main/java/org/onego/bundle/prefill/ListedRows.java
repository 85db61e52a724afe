package org.onego.bundle.prefill;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.RepeatedSubject;
import org.onego.bundle.prefill.PrefillPlan.Lookup;

/// How many rows a certificate fills: as many as it lists, as far as the items accept them.
public final class ListedRows {

    private ListedRows() {}

    /// Repeated subject → how many rows it needs, for those that need more than there are now.
    ///
    /// @param repeated the form's repeated subjects
    public static Map<String, Integer> of(
            Lookup lookup, Certificate certificate, List<RepeatedSubject> repeated) {
        Map<String, Integer> more = new TreeMap<>();
        lookup.about()
                .forEach((relation, subject) -> {
                    CertificateType.Identity whom = lookup.type().about().get(relation);
                    if (whom != null && whom.each() != null) {
                        int listed = certificate.attributes().path(whom.each()).size();
                        for (RepeatedSubject each : repeated) {
                            int rows = Math.min(listed, each.most());
                            if (each.subject().equals(subject) && rows > each.rows()) {
                                more.put(subject, rows);
                            }
                        }
                    }
                });
        return more;
    }
}
