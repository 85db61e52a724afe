package org.onego.server.start;

import java.time.InstantSource;
import org.onego.adapters.mongo.PublishedVersions;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.designer.PackageShelf;
import org.onego.server.start.StoresConfiguration.Mongo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the packages. One with an error is refused with every finding; the others are served.
@Configuration(proxyBeanMethods = false)
class PackagesConfiguration {

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
    PackageShelf shelf(
            OneGoProperties settings,
            JsonSchemas schemas,
            InstantSource clock,
            PublishedVersions versions) {
        return new PublishPackages(settings.packages(), schemas, clock, versions).publish();
    }

    @Bean
    DepartmentNames departmentNames(PackageShelf shelf) {
        return new DepartmentNames(shelf.served());
    }
}
