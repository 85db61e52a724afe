package org.onego.bundle.merge;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The answers to a merged form: subject → question key → value. Immutable.
public final class Answers {

    public static final Answers NONE = new Answers(JsonNodeFactory.instance.objectNode());

    private final ObjectNode document;

    private Answers(ObjectNode document) {
        this.document = document;
    }

    public static Answers of(ObjectNode document) {
        return new Answers(document.deepCopy());
    }

    public @Nullable JsonNode get(QuestionId id) {
        JsonNode value = document.path(id.subject()).path(id.key());
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    public Answers with(QuestionId id, JsonNode value) {
        ObjectNode copy = document.deepCopy();
        copy.withObject(id.pointer().head()).set(id.key(), value.deepCopy());
        return new Answers(copy);
    }

    /// These answers and those.
    Answers with(Map<QuestionId, JsonNode> more) {
        if (more.isEmpty()) {
            return this;
        }
        ObjectNode copy = document.deepCopy();
        more.forEach((id, value) ->
                copy.withObjectProperty(id.subject()).set(id.key(), value.deepCopy()));
        return new Answers(copy);
    }

    public Answers without(QuestionId id) {
        ObjectNode copy = document.deepCopy();
        if (copy.get(id.subject()) instanceof ObjectNode subject) {
            subject.remove(id.key());
        }
        return new Answers(copy);
    }

    /// A copy of the whole, to store or to evaluate conditions over.
    public ObjectNode toDocument() {
        return document.deepCopy();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers answers && answers.document.equals(document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /// How many subjects are answered; values are personal and stay out of logs.
    @Override
    public String toString() {
        return "Answers about " + document.propertyNames();
    }
}
