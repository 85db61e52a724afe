package org.onego.adapters.mongo;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.bson.BsonDocument;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Cosign;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.application.Evidence;
import org.onego.casefile.application.Lease;
import org.onego.casefile.application.Ledger;
import org.onego.casefile.application.Message;
import org.onego.casefile.application.Pause;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// Records as documents and back. A field's name and a kind's name are what is stored: renaming one
/// makes stored documents unreadable.
final class Documents {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(questions())
                    .addMixIn(Actor.class, ActorKinds.class)
                    .addMixIn(Command.class, CommandKinds.class)
                    .addMixIn(Application.class, ComponentsOnly.class)
                    .addMixIn(CaseRecord.class, ComponentsOnly.class)
                    .addMixIn(Authorisation.class, ComponentsOnly.class)
                    .addMixIn(Dispute.class, ComponentsOnly.class)
                    .addMixIn(Evidence.class, ComponentsOnly.class)
                    .addMixIn(Lease.class, ComponentsOnly.class)
                    .addMixIn(Ledger.class, ComponentsOnly.class)
                    .addMixIn(Pause.class, ComponentsOnly.class)
                    .addMixIn(Correction.class, ComponentsOnly.class)
                    .addMixIn(Correction.Mark.class, MarkKinds.class)
                    .addMixIn(Cosign.class, ComponentsOnly.class)
                    .addMixIn(Message.class, ComponentsOnly.class)
                    .addMixIn(Message.To.class, RecipientKinds.class)
                    .withConfigOverride(List.class, Documents::emptyWhenAbsent)
                    .build();

    private Documents() {}

    static BsonDocument write(Object document) {
        return BsonTree.document((ObjectNode) MAPPER.valueToTree(document));
    }

    static <T> T read(BsonDocument document, Class<T> type) {
        return MAPPER.treeToValue(BsonTree.tree(document), type);
    }

    /// A list that came into a record later is empty in the documents from before.
    private static void emptyWhenAbsent(MutableConfigOverride override) {
        override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private static SimpleModule questions() {
        return new SimpleModule("onego")
                .addSerializer(
                        QuestionId.class,
                        new ValueSerializer<>() {
                            @Override
                            public void serialize(
                                    QuestionId id,
                                    JsonGenerator out,
                                    SerializationContext context) {
                                out.writeString(id.toString());
                            }
                        })
                .addDeserializer(
                        QuestionId.class,
                        new ValueDeserializer<>() {
                            @Override
                            public QuestionId deserialize(
                                    JsonParser in, DeserializationContext context) {
                                return QuestionId.parse(in.getString());
                            }
                        })
                .addKeySerializer(
                        QuestionId.class,
                        new ValueSerializer<>() {
                            @Override
                            public void serialize(
                                    QuestionId id,
                                    JsonGenerator out,
                                    SerializationContext context) {
                                out.writeName(id.toString());
                            }
                        })
                .addKeyDeserializer(
                        QuestionId.class,
                        new KeyDeserializer() {
                            @Override
                            public Object deserializeKey(
                                    String key, DeserializationContext context) {
                                return QuestionId.parse(key);
                            }
                        })
                .addSerializer(
                        Answers.class,
                        new ValueSerializer<>() {
                            @Override
                            public void serialize(
                                    Answers answers,
                                    JsonGenerator out,
                                    SerializationContext context) {
                                context.writeTree(out, answers.toDocument());
                            }
                        })
                .addDeserializer(
                        Answers.class,
                        new ValueDeserializer<>() {
                            @Override
                            public Answers deserialize(
                                    JsonParser in, DeserializationContext context) {
                                return Answers.of(context.readValue(in, ObjectNode.class));
                            }
                        });
    }

    /// What a record derives from its components is not stored.
    @JsonAutoDetect(
            fieldVisibility = Visibility.ANY,
            getterVisibility = Visibility.NONE,
            isGetterVisibility = Visibility.NONE)
    private interface ComponentsOnly {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Actor.Citizen.class, name = "citizen"),
        @Type(value = Actor.Clerk.class, name = "clerk"),
        @Type(value = Actor.DepartmentSystem.class, name = "departmentSystem"),
        @Type(value = Actor.Engine.class, name = "engine")
    })
    private interface ActorKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Command.Submit.class, name = "submit"),
        @Type(value = Command.Accept.class, name = "accept"),
        @Type(value = Command.Review.class, name = "review"),
        @Type(value = Command.Correct.class, name = "correct"),
        @Type(value = Command.Corrected.class, name = "corrected"),
        @Type(value = Command.Approve.class, name = "approve"),
        @Type(value = Command.Deliver.class, name = "deliver"),
        @Type(value = Command.StopClock.class, name = "stopClock"),
        @Type(value = Command.GoOn.class, name = "goOn"),
        @Type(value = Command.Warn.class, name = "warn"),
        @Type(value = Command.End.class, name = "end"),
        @Type(value = Command.Timer.class, name = "timer"),
        @Type(value = Command.Leave.class, name = "leave"),
        @Type(value = Command.Stop.class, name = "stop")
    })
    private interface CommandKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Correction.Mark.OfQuestion.class, name = "question"),
        @Type(value = Correction.Mark.OfMaterial.class, name = "material")
    })
    private interface MarkKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Message.To.Citizen.class, name = "citizen"),
        @Type(value = Message.To.Staff.class, name = "staff")
    })
    private interface RecipientKinds {}
}
