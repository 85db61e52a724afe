package org.onego.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/// Calendars that were loaded while the product ran, in the collection `calendars`: each year as
/// the file that an administrator sent.
public final class MongoCalendars {

    private final MongoCollection<BsonDocument> collection;

    public MongoCalendars(MongoDatabase database) {
        collection = database.getCollection("calendars", BsonDocument.class);
    }

    /// @param csv as it was sent
    /// @param by the administrator's account
    public record LoadedYear(int year, String csv, String by, Instant at) {}

    /// Replaces the year that is there.
    public void put(LoadedYear loaded) {
        collection.replaceOne(
                eq("_id", loaded.year()),
                new BsonDocument("_id", new BsonInt32(loaded.year()))
                        .append("csv", new BsonString(loaded.csv()))
                        .append("by", new BsonString(loaded.by()))
                        .append("at", new BsonDateTime(loaded.at().toEpochMilli())),
                new ReplaceOptions().upsert(true));
    }

    /// In the order of the years.
    public List<LoadedYear> all() {
        return collection
                .find()
                .sort(Sorts.ascending("_id"))
                .map(document ->
                        new LoadedYear(
                                document.getInt32("_id").getValue(),
                                document.getString("csv").getValue(),
                                document.getString("by").getValue(),
                                Instant.ofEpochMilli(document.getDateTime("at").getValue())))
                .into(new ArrayList<>());
    }
}
