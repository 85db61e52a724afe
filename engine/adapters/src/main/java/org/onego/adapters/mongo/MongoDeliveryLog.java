package org.onego.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.onego.casefile.handover.DeliveryLog;

/// Attempts to tell departments' systems, in the collection `deliveries`: inserted, read, and
/// nothing else.
final class MongoDeliveryLog implements DeliveryLog {

    private final MongoCollection<BsonDocument> collection;

    MongoDeliveryLog(MongoDatabase database) {
        collection = database.getCollection("deliveries", BsonDocument.class);
        collection.createIndex(Indexes.descending("at"));
        collection.createIndex(Indexes.ascending("case"));
    }

    @Override
    public void append(Attempt attempt) {
        collection.insertOne(
                new BsonDocument("_id", new BsonString(attempt.id()))
                        .append("at", new BsonDateTime(attempt.at().toEpochMilli()))
                        .append("case", new BsonString(attempt.caseId()))
                        .append("failed", BsonBoolean.valueOf(attempt.failure() != null))
                        .append("body", Documents.write(attempt)));
    }

    @Override
    public List<Attempt> find(Filter filter) {
        return collection
                .find(
                        and(
                                filter.caseId() == null ? empty() : eq("case", filter.caseId()),
                                filter.failed() ? eq("failed", true) : empty()))
                .sort(Sorts.descending("at"))
                .limit(filter.limit())
                .map(document -> Documents.read(document.getDocument("body"), Attempt.class))
                .into(new ArrayList<>());
    }
}
