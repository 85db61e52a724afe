package org.onego.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.onego.casefile.result.SavedFilters;

/// Clerks' filters in the collection `deskFilters`.
final class MongoSavedFilters implements SavedFilters {

    private final MongoCollection<BsonDocument> collection;

    MongoSavedFilters(MongoDatabase database) {
        collection = database.getCollection("deskFilters", BsonDocument.class);
        collection.createIndex(Indexes.ascending("clerk"));
    }

    @Override
    public List<Saved> of(String clerk) {
        return collection
                .find(eq("clerk", clerk))
                .sort(Sorts.ascending("at"))
                .map(document -> Documents.read(document.getDocument("body"), Saved.class))
                .into(new ArrayList<>());
    }

    @Override
    public void save(String clerk, Saved filter) {
        collection.replaceOne(
                eq("_id", filter.id()),
                new BsonDocument("_id", new BsonString(filter.id()))
                        .append("clerk", new BsonString(clerk))
                        .append("at", new BsonDateTime(System.currentTimeMillis()))
                        .append("body", Documents.write(filter)),
                new ReplaceOptions().upsert(true));
        List<Saved> all = of(clerk);
        all.subList(0, Math.max(0, all.size() - MOST)).forEach(each -> remove(clerk, each.id()));
    }

    @Override
    public void remove(String clerk, String id) {
        collection.deleteOne(and(eq("_id", id), eq("clerk", clerk)));
    }
}
