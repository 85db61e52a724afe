package org.onego.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.casefile.application.BundleVersion;
import tools.jackson.core.JsonPointer;

/// Every version of every package that was ever published, with the files it was published with:
/// what an application was begun on is still there when the folder has moved on (law 6).
public final class PublishedVersions {

    private final MongoCollection<BsonDocument> collection;
    private final JsonSchemas schemas;
    private final InstantSource clock;
    private final Map<BundleVersion, PublishedBundle> read = new ConcurrentHashMap<>();

    public PublishedVersions(MongoDatabase database, JsonSchemas schemas, InstantSource clock) {
        this.collection = database.getCollection("packages", BsonDocument.class);
        this.schemas = schemas;
        this.clock = clock;
    }

    /// What came of publishing.
    public sealed interface Publication {

        /// It is kept now.
        record New() implements Publication {}

        /// It was published before, with the same files.
        record Known() implements Publication {}

        /// It was published before with the same files of its own, and what all packages share has
        /// changed since. It goes on as it was published.
        record Frozen(PublishedBundle bundle) implements Publication {}

        /// It was published before, with other files. A published version never changes.
        record Changed(Finding finding) implements Publication {}
    }

    /// How a version in a folder stands to what was published under its number; empty when nothing
    /// was.
    ///
    /// @param root the folder of all packages
    public Optional<Publication> known(Path root, BundleVersion version) {
        return find(version.toString()).map(kept -> compare(kept, root, version));
    }

    /// Keeps a version as it stands in a folder.
    ///
    /// @param root the folder of all packages
    public Publication publish(Path root, BundleVersion version) {
        Optional<Publication> known = known(root, version);
        if (known.isPresent()) {
            return known.get();
        }
        return insert(root, version) ? new Publication.New() : known(root, version).orElseThrow();
    }

    private Publication compare(BsonDocument kept, Path root, BundleVersion version) {
        String own = PackageFolder.ownDigest(root, version.id());
        if (!kept.getString("own").getValue().equals(own)) {
            return new Publication.Changed(changed(version));
        }
        return kept.getString("shared").getValue().equals(PackageFolder.sharedDigest(root))
                ? new Publication.Known()
                : new Publication.Frozen(find(version).orElseThrow());
    }

    /// @return false when another server was faster
    private boolean insert(Path root, BundleVersion version) {
        try {
            collection.insertOne(
                    new BsonDocument("_id", new BsonString(version.toString()))
                            .append(
                                    "own",
                                    new BsonString(PackageFolder.ownDigest(root, version.id())))
                            .append("shared", new BsonString(PackageFolder.sharedDigest(root)))
                            .append("at", new BsonDateTime(clock.instant().toEpochMilli()))
                            .append(
                                    "files",
                                    new BsonBinary(PackageFolder.zip(root, version.id()))));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    private static Finding changed(BundleVersion version) {
        return new Finding(
                Finding.Severity.ERROR,
                version.id() + "/package.yaml",
                JsonPointer.compile("/version"),
                "the package has changed since version "
                        + version.version()
                        + " was published, and a published version never changes",
                "raise the version, or bring the published files back");
    }

    /// A version as it was published.
    public Optional<PublishedBundle> find(BundleVersion version) {
        PublishedBundle known = read.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        return find(version.toString())
                .map(found ->
                        read.computeIfAbsent(
                                version,
                                _ -> compile(version, found.getBinary("files").getData())));
    }

    private Optional<BsonDocument> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first());
    }

    private PublishedBundle compile(BundleVersion version, byte[] archive) {
        try {
            Path folder = Files.createTempDirectory("onego-package-");
            try {
                PackageFolder.unzip(archive, folder);
                var result = PackageReader.open(folder, schemas).read(version.id());
                CompiledBundle bundle = result.bundle();
                if (bundle == null) {
                    throw new IllegalStateException(
                            version
                                    + " was published and cannot be read any more: "
                                    + result.findings());
                }
                return new PublishedBundle(bundle, schemas::compile);
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unpack " + version, failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
