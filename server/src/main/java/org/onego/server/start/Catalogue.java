package org.onego.server.start;

import java.util.List;
import java.util.Optional;
import org.onego.adapters.flowable.FlowableProcesses;
import org.onego.adapters.mongo.PublishedVersions;
import org.onego.bundle.PublishedBundle;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.BundleVersion;
import org.onego.designer.PackageShelf;
import org.springframework.stereotype.Component;

/// The packages that were read at start, and every version that was published before: applications
/// stay on theirs. The processes of what is served are known to the process engine.
@Component
class Catalogue implements BundleCatalogue {

    private final PackageShelf shelf;
    private final PublishedVersions versions;

    Catalogue(PackageShelf shelf, PublishedVersions versions, FlowableProcesses processes) {
        this.shelf = shelf;
        this.versions = versions;
        shelf.served().forEach(bundle -> processes.deploy(version(bundle), bundle.process()));
    }

    @Override
    public Optional<PublishedBundle> newest(String bundleId) {
        return shelf.find(bundleId);
    }

    @Override
    public Optional<PublishedBundle> find(BundleVersion version) {
        return shelf.find(version.id())
                .filter(bundle -> version(bundle).equals(version))
                .or(() -> versions.find(version));
    }

    @Override
    public List<PublishedBundle> all() {
        return shelf.served();
    }

    static BundleVersion version(PublishedBundle bundle) {
        return new BundleVersion(bundle.compiled().info().id(), bundle.compiled().info().version());
    }
}
