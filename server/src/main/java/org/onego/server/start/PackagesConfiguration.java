package org.onego.server.start;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.designer.PackageShelf;
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
    PackageShelf shelf(OneGoProperties settings, JsonSchemas schemas) {
        PackageReader reader = PackageReader.open(settings.packages(), schemas);
        reader.findings().forEach(finding -> log.warn("{}", finding));
        List<PublishedBundle> served = new ArrayList<>();
        Map<String, List<Finding>> refused = new LinkedHashMap<>();
        reader.readAll().forEach((id, result) -> sort(id, result, schemas, served, refused));
        return new PackageShelf(served, refused);
    }

    private static void sort(
            String id,
            PackageResult result,
            JsonSchemas schemas,
            List<PublishedBundle> served,
            Map<String, List<Finding>> refused) {
        result.findings().forEach(finding -> log.warn("{}", finding));
        if (result.bundle() == null) {
            log.error(
                    "Package {} is refused because of the findings above. The other packages are served.",
                    id);
            refused.put(id, result.findings());
        } else {
            served.add(new PublishedBundle(result.bundle(), schemas::compile));
        }
    }

    @Bean
    DepartmentNames departmentNames(PackageShelf shelf) {
        return new DepartmentNames(shelf.served());
    }
}
