package org.onego.adapters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.onego.casefile.audit.CallLog;
import org.onego.casefile.audit.CallRecord;

/// Calls that changed nothing in the collection `calls`: inserted, read, and nothing else.
final class MongoCallLog implements CallLog {

    private final MongoCollection<BsonDocument> collection;

    MongoCallLog(MongoDatabase database) {
        collection = database.getCollection("calls", BsonDocument.class);
        collection.createIndex(Indexes.descending("at"));
    }

    @Override
    public void append(CallRecord call) {
        collection.insertOne(
                new BsonDocument("_id", new BsonString(call.id()))
                        .append("at", new BsonDateTime(call.at().toEpochMilli()))
                        .append("body", Documents.write(call)));
    }

    @Override
    public List<CallRecord> newest(int limit) {
        return collection
                .find()
                .sort(Sorts.descending("at"))
                .limit(limit)
                .map(document -> Documents.read(document.getDocument("body"), CallRecord.class))
                .into(new ArrayList<>());
    }
}
