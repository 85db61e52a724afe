package org.onego.bundle.prefill;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.element.CertificateType.Attribute;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.PrefillPlan.Expected;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.Prefilled.Provenance;
import org.onego.bundle.prefill.ReadResult.Read;
import org.onego.bundle.prefill.ReadResult.Refusal;
import org.onego.bundle.prefill.ReadResult.Refused;
import org.onego.bundle.prefill.ReadResult.Unusable;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.SchemaError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A certificate → answers. Nothing in it is trusted: whose it is, whether it is valid, what its
/// attributes look like and whether the questions accept them is checked, and what is wrong comes
/// back as data. Thread-safe; schemas are compiled once.
public final class CertificateReader {

    /// Certificates are valid until a day in China ends.
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Function<JsonNode, CompiledSchema> compiler;
    private final Map<ObjectNode, CompiledSchema> compiled = new ConcurrentHashMap<>();

    public CertificateReader(Function<JsonNode, CompiledSchema> compiler) {
        this.compiler = compiler;
    }

    /// @param identities who the subjects are; the look-up's holder must be among them
    public ReadResult read(
            Lookup lookup, Certificate certificate, MergedForm form, Identities identities) {
        Optional<Refusal> refusal = refusal(lookup, certificate, identities);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        List<Prefilled> answers = new ArrayList<>();
        Map<QuestionId, Unusable> unusable = new LinkedHashMap<>();
        for (Expected expected : lookup.answers()) {
            Question question = form.question(expected.question());
            if (question == null) {
                continue;
            }
            switch (value(lookup, expected.answer(), certificate, question, identities)) {
                case Value.Good(JsonNode value) ->
                        answers.add(
                                new Prefilled(
                                        question.id(),
                                        value,
                                        provenance(lookup.type(), certificate, expected)));
                case Value.Bad(Unusable reason) -> unusable.put(question.id(), reason);
            }
        }
        return new Read(
                answers,
                unusable,
                identities.learn(
                        lookup, certificate, number -> isRight(lookup, number, certificate)));
    }

    /// Whether an attribute is what its type declares.
    private boolean isRight(Lookup lookup, String attribute, Certificate certificate) {
        Attribute declared = lookup.type().attributes().get(attribute);
        JsonNode value = certificate.attributes().get(attribute);
        return declared == null || value == null || failing(declared.schema(), value).isEmpty();
    }

    private static Optional<Refusal> refusal(
            Lookup lookup, Certificate certificate, Identities identities) {
        CertificateType type = lookup.type();
        if (!certificate.type().equals(type.id())) {
            return Optional.of(new Refusal.WrongType(type.id(), certificate.type()));
        }
        Optional<String> holder = identities.idNo(lookup.holder());
        if (holder.isEmpty()) {
            return Optional.of(new Refusal.HolderUnknown(lookup.holder()));
        }
        if (!Identities.isSame(holder.get(), certificate.holderIdNo())) {
            return Optional.of(new Refusal.WrongHolder(lookup.holder()));
        }
        LocalDate today = LocalDate.ofInstant(certificate.readAt(), CHINA);
        LocalDate until = validUntil(type, certificate);
        if (until != null && until.isBefore(today)) {
            return Optional.of(new Refusal.Expired(until));
        }
        return certificate.issued().isAfter(today)
                ? Optional.of(new Refusal.NotYetValid(certificate.issued()))
                : Optional.empty();
    }

    private static @Nullable LocalDate validUntil(CertificateType type, Certificate certificate) {
        if (certificate.expires() != null || type.validityYears() == null) {
            return certificate.expires();
        }
        return certificate.issued().plusYears(type.validityYears());
    }

    private sealed interface Value {
        record Good(JsonNode value) implements Value {}

        record Bad(Unusable reason) implements Value {}
    }

    private Value value(
            Lookup lookup,
            Answer answer,
            Certificate certificate,
            Question question,
            Identities identities) {
        String name = answer.attribute();
        Said said = Said.of(lookup.type(), answer, certificate, question.id(), identities);
        JsonNode attribute = said.value();
        if (attribute == null
                || attribute.isNull()
                || (attribute.isString() && attribute.stringValue().isBlank())) {
            return new Value.Bad(new Unusable.Missing(name));
        }
        if (speaksOfAnother(lookup, answer, certificate, identities)
                || isAnothersNumber(lookup, answer, attribute, question, identities)) {
            return new Value.Bad(
                    new Unusable.AnotherPerson(
                            answer.about(),
                            lookup.about().getOrDefault(answer.about(), answer.about())));
        }
        ObjectNode declared = said.declared();
        Optional<String> wrong = declared == null ? Optional.empty() : failing(declared, attribute);
        if (wrong.isPresent()) {
            return new Value.Bad(new Unusable.BadAttribute(name, wrong.get()));
        }
        Optional<JsonNode> value =
                AttributeConverter.convert(attribute, answer.converter(), question.codes());
        if (value.isEmpty()) {
            return new Value.Bad(
                    new Unusable.NotConverted(name, String.valueOf(answer.converter())));
        }
        return failing(question.schema(), value.get())
                .<Value>map(keyword -> new Value.Bad(new Unusable.NotAccepted(name, keyword)))
                .orElseGet(() -> new Value.Good(value.get()));
    }

    /// The certificate names somebody else than the subject is known to be.
    private static boolean speaksOfAnother(
            Lookup lookup, Answer answer, Certificate certificate, Identities identities) {
        String subject = lookup.about().get(answer.about());
        Identities.Identity named =
                Identities.named(lookup.type(), answer.about(), certificate.attributes());
        return subject != null && named != null && identities.contradicts(subject, named.idNo());
    }

    /// What stands for the holder's own number is another one.
    private static boolean isAnothersNumber(
            Lookup lookup,
            Answer answer,
            JsonNode attribute,
            Question question,
            Identities identities) {
        return answer.about().equals(CertificateType.HOLDER)
                && Identities.isIdNumber(question)
                && attribute.isString()
                && identities.contradicts(lookup.holder(), attribute.stringValue());
    }

    /// The keyword that the value fails, if any.
    private Optional<String> failing(ObjectNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, compiler).validate(value).stream()
                .findFirst()
                .map(SchemaError::keyword);
    }

    private static Provenance provenance(
            CertificateType type, Certificate certificate, Expected expected) {
        return new Provenance(
                type.id(),
                certificate.identifier(),
                certificate.readAt(),
                validUntil(type, certificate),
                expected.answer().edit());
    }
}
