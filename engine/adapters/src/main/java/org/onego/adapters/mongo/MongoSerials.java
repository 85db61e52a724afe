package org.onego.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.submit.Serials;

/// Counters in the collection `serials`, by compare and set: the embedded server's find-and-modify
/// may answer with somebody else's value.
final class MongoSerials implements Serials {

    private final MongoCollection<BsonDocument> collection;

    MongoSerials(MongoDatabase database) {
        collection = database.getCollection("serials", BsonDocument.class);
    }

    @Override
    public long next(String series) {
        while (true) {
            @Nullable BsonDocument counter = collection.find(eq("_id", series)).first();
            long last = counter == null ? 0 : counter.getInt64("last").getValue();
            if (counter == null ? began(series) : advanced(series, last)) {
                return last + 1;
            }
        }
    }

    private boolean advanced(String series, long last) {
        return collection
                        .updateOne(
                                and(eq("_id", series), eq("last", last)),
                                Updates.set("last", last + 1))
                        .getMatchedCount()
                == 1;
    }

    private boolean began(String series) {
        try {
            collection.insertOne(
                    new BsonDocument("_id", new BsonString(series))
                            .append("last", new BsonInt64(1)));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }
}
