package org.onego.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.onego.casefile.audit.AuditLog;
import org.onego.casefile.audit.AuditRecord;

/// Audit records in the collection `audit`: inserted, read, and nothing else.
final class MongoAuditLog implements AuditLog {

    private final MongoCollection<BsonDocument> collection;

    MongoAuditLog(MongoDatabase database) {
        collection = database.getCollection("audit", BsonDocument.class);
        collection.createIndex(Indexes.ascending("application", "at"));
    }

    @Override
    public void append(AuditRecord entry) {
        collection.insertOne(
                new BsonDocument("_id", new BsonString(entry.id()))
                        .append("application", new BsonString(entry.applicationId()))
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
}
