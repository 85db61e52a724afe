package org.onego.server.start;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onego.adapters.mongo.PublishedVersions;
import org.onego.adapters.mongo.PublishedVersions.Publication;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.designer.PackageShelf;
import org.onego.server.start.StoresConfiguration.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the packages. One with an error is refused with every finding; the others are served.
@Configuration(proxyBeanMethods = false)
class PackagesConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PackagesConfiguration.class);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    JsonSchemas schemas(InstantSource clock) {
        return new JsonSchemas(clock);
    }

    @Bean
    PublishedVersions publishedVersions(Mongo mongo, JsonSchemas schemas, InstantSource clock) {
        return new PublishedVersions(mongo.stores().database(), schemas, clock);
    }

    @Bean
    PackageShelf shelf(OneGoProperties settings, JsonSchemas schemas, PublishedVersions versions) {
        PackageReader reader = PackageReader.open(settings.packages(), schemas);
        reader.findings().forEach(finding -> log.warn("{}", finding));
        List<PublishedBundle> served = new ArrayList<>();
        Map<String, List<Finding>> refused = new LinkedHashMap<>();
        reader.readAll()
                .forEach((id, result) -> {
                    List<Finding> findings = new ArrayList<>(result.findings());
                    Optional<PublishedBundle> bundle =
                            Optional.ofNullable(result.bundle())
                                    .map(read -> new PublishedBundle(read, schemas::compile))
                                    .filter(read -> publish(settings, versions, read, findings));
                    findings.forEach(finding -> log.warn("{}", finding));
                    bundle.ifPresentOrElse(served::add, () -> refused.put(id, findings));
                });
        refused.keySet()
                .forEach(id ->
                        log.error(
                                "Package {} is refused because of the findings above. The other packages are served.",
                                id));
        return new PackageShelf(served, refused);
    }

    /// Whether the version is kept as it stands; otherwise it was published with other files
    /// before.
    private static boolean publish(
            OneGoProperties settings,
            PublishedVersions versions,
            PublishedBundle bundle,
            List<Finding> findings) {
        return switch (versions.publish(settings.packages(), Catalogue.version(bundle))) {
            case Publication.New() -> true;
            case Publication.Known() -> true;
            case Publication.Changed(Finding finding) -> {
                findings.add(finding);
                yield false;
            }
        };
    }

    @Bean
    DepartmentNames departmentNames(PackageShelf shelf) {
        return new DepartmentNames(shelf.served());
    }
}
