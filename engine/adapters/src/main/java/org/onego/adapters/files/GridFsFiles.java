package org.onego.adapters.files;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.application.StoredFile;

/// Files in GridFS, under ids that say nothing about them.
public final class GridFsFiles implements FileStore {

    private final GridFSBucket bucket;

    public GridFsFiles(MongoDatabase database) {
        bucket = GridFSBuckets.create(database, "files");
    }

    @Override
    public StoredFile save(String name, String mediaType, InputStream bytes, Instant at) {
        ObjectId id = new ObjectId();
        var options = new GridFSUploadOptions().metadata(new Document("mediaType", mediaType));
        CountingStream counted = new CountingStream(bytes);
        bucket.uploadFromStream(new org.bson.BsonObjectId(id), name, counted, options);
        return new StoredFile(id.toHexString(), name, mediaType, counted.count(), at);
    }

    @Override
    public Optional<InputStream> read(String fileId) {
        return find(fileId).map(file -> bucket.openDownloadStream(file.getId()));
    }

    @Override
    public void delete(String fileId) {
        find(fileId).ifPresent(file -> bucket.delete(file.getId()));
    }

    private Optional<GridFSFile> find(String fileId) {
        return ObjectId.isValid(fileId)
                ? Optional.ofNullable(bucket.find(Filters.eq(new ObjectId(fileId))).first())
                : Optional.empty();
    }
}
