package org.onego.server.start;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.mongo.PublishedVersions;
import org.onego.adapters.mongo.PublishedVersions.Publication;
import org.onego.bundle.BundleCheck;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.casefile.application.BundleVersion;
import org.onego.designer.PackageShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the packages and publishes what is new. A package with an error is refused with every
/// finding; the others are served. What was published before has been checked before, so a later
/// start is fast.
final class PublishPackages {

    private static final Logger log = LoggerFactory.getLogger(PublishPackages.class);

    private final Path root;
    private final JsonSchemas schemas;
    private final InstantSource clock;
    private final PublishedVersions versions;

    PublishPackages(
            Path root, JsonSchemas schemas, InstantSource clock, PublishedVersions versions) {
        this.root = root;
        this.schemas = schemas;
        this.clock = clock;
        this.versions = versions;
    }

    PackageShelf publish() {
        PackageReader reader = PackageReader.open(root, schemas);
        reader.findings().forEach(finding -> log.warn("{}", finding));
        List<PublishedBundle> served = new ArrayList<>();
        Map<String, List<Finding>> refused = new LinkedHashMap<>();
        // The checks of new versions are the long part of a first start, so they share the
        // processors.
        reader.packageIds().parallelStream()
                .map(id -> publish(reader, id))
                .toList()
                .forEach(standing -> {
                    standing.findings().forEach(finding -> log.warn("{}", finding));
                    if (standing.bundle() != null) {
                        served.add(standing.bundle());
                    } else {
                        log.error(
                                "Package {} is refused because of the findings above. The other packages are served.",
                                standing.id());
                        refused.put(standing.id(), standing.findings());
                    }
                });
        return new PackageShelf(served, refused);
    }

    /// @param bundle null when it is refused
    private record Standing(String id, @Nullable PublishedBundle bundle, List<Finding> findings) {}

    private Standing publish(PackageReader reader, String id) {
        PackageResult read = reader.read(id);
        CompiledBundle bundle = read.bundle();
        if (bundle == null) {
            return new Standing(id, null, read.findings());
        }
        BundleVersion version = new BundleVersion(id, bundle.info().version());
        return versions.known(root, version)
                .map(publication -> standing(publication, bundle, read.findings()))
                .orElseGet(() -> check(reader, version));
    }

    /// Checks a version in full that was never published, and publishes it when it is right.
    private Standing check(PackageReader reader, BundleVersion version) {
        PackageResult checked = BundleCheck.check(reader, version.id(), schemas::compile, clock);
        CompiledBundle right = checked.bundle();
        return right == null
                ? new Standing(version.id(), null, checked.findings())
                : standing(versions.publish(root, version), right, checked.findings());
    }

    private Standing standing(
            Publication publication, CompiledBundle bundle, List<Finding> findings) {
        String id = bundle.info().id();
        return switch (publication) {
            case Publication.New(), Publication.Known() ->
                    new Standing(id, new PublishedBundle(bundle, schemas::compile), findings);
            case Publication.Frozen(PublishedBundle published) -> {
                log.info(
                        "Package {}: the shared files have changed since version {} was published. It goes on with those it was published with; raise its version to use the new ones.",
                        id,
                        bundle.info().version());
                yield new Standing(id, published, findings);
            }
            case Publication.Changed(Finding finding) -> {
                List<Finding> all = new ArrayList<>(findings);
                all.add(finding);
                yield new Standing(id, null, all);
            }
        };
    }
}
