package org.onego.bundle.prefill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who the bundle's subjects are, as far as it is known: from the login, from certificates, from
/// answers. What was learnt first stays; the login comes before all others.
///
/// @param bySubject subject → its identity
public record Identities(Map<String, Identity> bySubject) {

    /// The namespace of the elements that only companies have.
    static final String COMPANY = "company";

    /// The elements that hold an id number: 公民身份号码, and 统一社会信用代码 of a company.
    private static final Set<String> ID_NUMBERS = Set.of("person.idNo", COMPANY + ".creditCode");

    public Identities {
        bySubject = Map.copyOf(bySubject);
    }

    /// @param idNo 公民身份号码 or 统一社会信用代码
    public record Identity(String idNo, @Nullable String name) {
        /// Personal data stay out of logs.
        @Override
        public String toString() {
            return "Identity";
        }
    }

    /// The logged-in person.
    public static Identities ofLogin(String subject, String idNo, @Nullable String name) {
        return new Identities(Map.of(subject, new Identity(idNo, name)));
    }

    /// The subjects whose id number is known.
    public Set<String> known() {
        return bySubject.keySet();
    }

    public Optional<String> idNo(String subject) {
        return Optional.ofNullable(bySubject.get(subject)).map(Identity::idNo);
    }

    /// With the related subjects that a certificate of this look-up names.
    public Identities learn(Lookup lookup, Certificate certificate) {
        return learn(lookup, certificate, _ -> true);
    }

    /// @param right whether the attribute with this name is what it should be: nobody is looked up
    ///   under half a number
    Identities learn(Lookup lookup, Certificate certificate, Predicate<String> right) {
        Map<String, Identity> all = new LinkedHashMap<>(bySubject);
        lookup.about()
                .forEach((relation, subject) -> {
                    Identity identity = named(lookup.type(), relation, certificate.attributes());
                    CertificateType.Identity where = lookup.type().about().get(relation);
                    if (identity != null
                            && where != null
                            && where.idNo() != null
                            && right.test(where.idNo())) {
                        all.putIfAbsent(subject, identity);
                    }
                });
        return new Identities(all);
    }

    /// With the id numbers among the answers.
    public Identities learn(MergedForm form, Answers answers) {
        Map<String, Identity> all = new LinkedHashMap<>(bySubject);
        for (Question question : form.questions().values()) {
            if (isIdNumber(question)) {
                JsonNode answer = answers.get(question.id());
                if (answer != null && answer.isString() && !answer.stringValue().isBlank()) {
                    all.putIfAbsent(
                            question.id().subject(),
                            new Identity(answer.stringValue().strip(), null));
                }
            }
        }
        return new Identities(all);
    }

    /// Whether this is somebody else's id number than the one that is known of the subject.
    boolean contradicts(String subject, String idNo) {
        return idNo(subject).filter(known -> !isSame(known, idNo)).isPresent();
    }

    /// The last character of an id number may be written `x` or `X`.
    static boolean isSame(String idNo, String other) {
        return idNo.strip().equalsIgnoreCase(other.strip());
    }

    static boolean isIdNumber(Question question) {
        return question.element() != null
                && ID_NUMBERS.contains(question.element().id().toString());
    }

    /// Who a certificate says stands in this relation to its holder, or null when it doesn't say.
    static @Nullable Identity named(CertificateType type, String relation, ObjectNode attributes) {
        CertificateType.Identity where = type.about().get(relation);
        String idNo = where == null ? null : text(attributes, where.idNo());
        return where == null || idNo == null
                ? null
                : new Identity(idNo, text(attributes, where.name()));
    }

    private static @Nullable String text(ObjectNode attributes, @Nullable String attribute) {
        JsonNode value = attribute == null ? null : attributes.get(attribute);
        return value == null || !value.isString() || value.stringValue().isBlank()
                ? null
                : value.stringValue().strip();
    }
}
