package org.onego.adapters.mongo;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/// The nonces of signed calls in the collection `nonces`, as long as a signature is believed: each
/// is good for one call, on whichever server it arrives.
public final class MongoNonces {

    private static final int SWEEP_EVERY = 100;

    private final MongoCollection<BsonDocument> collection;
    private final AtomicInteger calls = new AtomicInteger();
    private final Duration kept;

    /// @param kept longer than any signature is believed
    public MongoNonces(MongoDatabase database, Duration kept) {
        this.collection = database.getCollection("nonces", BsonDocument.class);
        this.kept = kept;
        collection.createIndex(Indexes.ascending("at"));
    }

    /// Whether this is the first call with it.
    public boolean isFirst(String connection, String nonce, Instant now) {
        // Indexes that forget do nothing on the embedded server.
        if (calls.incrementAndGet() % SWEEP_EVERY == 0) {
            collection.deleteMany(lt("at", new BsonDateTime(now.minus(kept).toEpochMilli())));
        }
        try {
            collection.insertOne(
                    new BsonDocument("_id", new BsonString(connection + "|" + nonce))
                            .append("at", new BsonDateTime(now.toEpochMilli())));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }
}
