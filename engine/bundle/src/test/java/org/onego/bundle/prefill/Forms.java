package org.onego.bundle.prefill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.element.CertificateType.Attribute;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.element.CertificateType.HolderKind;
import org.onego.bundle.element.CertificateType.Identity;
import org.onego.bundle.element.CertificateType.Issuer;
import org.onego.bundle.element.CertificateType.Kind;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.OnDispute;
import org.onego.bundle.element.Text;
import org.onego.bundle.element.Widget;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.schema.Condition;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Forms and certificate types for the tests of this room.
final class Forms {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Forms() {}

    static QuestionId id(String subject, String element) {
        return new QuestionId(subject, element.replace('.', '_'));
    }

    static Question question(String subject, String element) {
        return question(subject, element, JSON.objectNode().put("type", "string"), List.of());
    }

    static Question question(String subject, String element, ObjectNode schema, List<Code> codes) {
        Element asked =
                new Element(
                        ElementId.parse(element),
                        Text.of(element),
                        null,
                        schema,
                        null,
                        Widget.TEXT,
                        null,
                        null,
                        List.of(),
                        null);
        return new Question(
                id(subject, element),
                Text.of(element),
                null,
                schema,
                asked,
                Widget.TEXT,
                codes,
                List.of(),
                new Source.Asked());
    }

    /// The applicant is the first subject.
    static MergedForm form(List<String> subjects, List<Question> questions) {
        Map<QuestionId, Question> byId = new LinkedHashMap<>();
        questions.forEach(question -> byId.put(question.id(), question));
        Selection selection =
                new Selection(
                        List.of(),
                        subjects.getFirst(),
                        new LinkedHashSet<>(subjects),
                        Map.of(),
                        Map.of());
        return new MergedForm(selection, byId, List.of(), List.of(), questions.size(), 0);
    }

    static Subject subject(String id, Map<String, String> relations) {
        return new Subject(id, Text.of(id), relations, List.of(), Condition.ALWAYS);
    }

    static CompiledBundle bundle(List<Subject> subjects, List<CertificateType> types) {
        return bundle(subjects, types, CompiledBundle.Readable.ALL);
    }

    static CompiledBundle bundle(
            List<Subject> subjects,
            List<CertificateType> types,
            CompiledBundle.Readable certificates) {
        Map<String, Subject> byId = new LinkedHashMap<>();
        subjects.forEach(subject -> byId.put(subject.id(), subject));
        Map<String, CertificateType> typesById = new LinkedHashMap<>();
        types.forEach(type -> typesById.put(type.id(), type));
        return Bundles.of(
                List.of(),
                List.of(),
                byId,
                certificates,
                List.of(),
                new Dictionary(Map.of(), Map.of(), typesById));
    }

    static TypeBuilder type(String id) {
        return new TypeBuilder(id);
    }

    static Set<QuestionId> all(MergedForm form) {
        return form.questions().keySet();
    }

    static final class TypeBuilder {

        private final String id;
        private Kind kind = Kind.CERTIFICATE;
        private @Nullable Integer years;
        private final Map<String, Attribute> attributes = new LinkedHashMap<>();
        private final Map<String, Identity> about = new LinkedHashMap<>();
        private final List<Answer> answers = new ArrayList<>();

        private TypeBuilder(String id) {
            this.id = id;
        }

        TypeBuilder register() {
            kind = Kind.REGISTER;
            return this;
        }

        TypeBuilder validFor(int numberOfYears) {
            years = numberOfYears;
            return this;
        }

        TypeBuilder attribute(String name, String type) {
            attributes.put(
                    name, new Attribute(name, Text.of(name), JSON.objectNode().put("type", type)));
            return this;
        }

        /// The attributes `<relation>Name` and `<relation>IdNo` say who it is.
        TypeBuilder identifies(String relation) {
            about.put(relation, new Identity(relation + "Name", relation + "IdNo"));
            return this;
        }

        /// An array of objects with these members, each a text.
        TypeBuilder list(String name, String... members) {
            ObjectNode schema = JSON.objectNode().put("type", "array");
            ObjectNode properties =
                    schema.putObject("items").put("type", "object").putObject("properties");
            for (String member : members) {
                properties.putObject(member).put("type", "string");
            }
            attributes.put(name, new Attribute(name, Text.of(name), schema));
            return this;
        }

        TypeBuilder identifiesEach(String relation, String list, String name, String idNo) {
            about.put(relation, new Identity(name, idNo, list));
            return this;
        }

        TypeBuilder mentions(String relation) {
            about.put(relation, new Identity(null, null));
            return this;
        }

        TypeBuilder answers(String element, String relation) {
            return answers("of " + element, element, relation, Edit.LOCKED, null);
        }

        TypeBuilder answers(
                String attribute,
                String element,
                String relation,
                Edit edit,
                @Nullable String converter) {
            answers.add(new Answer(attribute, ElementId.parse(element), relation, edit, converter));
            return this;
        }

        CertificateType build() {
            return new CertificateType(
                    id,
                    Text.of(id),
                    kind,
                    null,
                    new Issuer("somebody", null, null),
                    HolderKind.PERSON,
                    attributes,
                    about,
                    answers,
                    years,
                    null,
                    OnDispute.FLAG);
        }
    }
}
