package org.onego.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.onego.casefile.audit.AuditEvent;
import org.onego.casefile.audit.AuditLog;
import org.onego.casefile.audit.AuditRecord;

/// Reads in the collection `audit`, everything else that is recorded in `events`: inserted, read,
/// and nothing else.
final class MongoAuditLog implements AuditLog {

    private final MongoCollection<BsonDocument> collection;
    private final MongoCollection<BsonDocument> events;

    MongoAuditLog(MongoDatabase database) {
        collection = database.getCollection("audit", BsonDocument.class);
        collection.createIndex(Indexes.ascending("application", "at"));
        collection.createIndex(Indexes.ascending("concerning", "at"));
        events = database.getCollection("events", BsonDocument.class);
        events.createIndex(Indexes.ascending("application", "at"));
    }

    @Override
    public void append(AuditRecord entry) {
        collection.insertOne(
                new BsonDocument("_id", new BsonString(entry.id()))
                        .append("application", new BsonString(entry.applicationId()))
                        .append("concerning", concerning(entry))
                        .append("at", new BsonDateTime(entry.at().toEpochMilli()))
                        .append("body", Documents.write(entry)));
    }

    @Override
    public List<AuditRecord> of(String applicationId) {
        return collection
                .find(eq("application", applicationId))
                .sort(Sorts.ascending("at", "_id"))
                .map(document -> Documents.read(document.getDocument("body"), AuditRecord.class))
                .into(new ArrayList<>());
    }

    @Override
    public void append(AuditEvent event) {
        events.insertOne(
                new BsonDocument("_id", new BsonString(event.id()))
                        .append("application", new BsonString(event.applicationId()))
                        .append("at", new BsonDateTime(event.at().toEpochMilli()))
                        .append("body", Documents.write(event)));
    }

    @Override
    public List<AuditEvent> events(String applicationId) {
        return events.find(eq("application", applicationId))
                .sort(Sorts.ascending("at", "_id"))
                .map(document -> Documents.read(document.getDocument("body"), AuditEvent.class))
                .into(new ArrayList<>());
    }

    @Override
    public List<AuditRecord> concerning(String idNo, int limit) {
        return collection
                .find(eq("concerning", idNo.toUpperCase(Locale.ROOT)))
                .sort(Sorts.descending("at", "_id"))
                .limit(limit)
                .map(document -> Documents.read(document.getDocument("body"), AuditRecord.class))
                .into(new ArrayList<>());
    }

    private static BsonArray concerning(AuditRecord entry) {
        BsonArray people = new BsonArray();
        Stream.of(entry.holderIdNo(), entry.agreedBy())
                .map(idNo -> idNo.toUpperCase(Locale.ROOT))
                .distinct()
                .forEach(idNo -> people.add(new BsonString(idNo)));
        return people;
    }
}
