package org.onego.server.start;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onego.adapters.certificates.CertificateSources;
import org.onego.adapters.certificates.SourceSettings;
import org.onego.adapters.certificates.SourceSettings.Style;
import org.onego.server.start.OneGoProperties.Source;
import org.onego.server.start.StoresConfiguration.Mongo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The sources of certificates, as they are configured.
@Configuration(proxyBeanMethods = false)
class CertificatesConfiguration {

    @Bean
    CertificateSources certificates(
            OneGoProperties settings, Mongo mongo, MeterRegistry meters, InstantSource clock) {
        var certificates = settings.certificates();
        List<SourceSettings> sources =
                certificates.sources().entrySet().stream()
                        .map(each ->
                                source(each.getKey(), each.getValue(), certificates.typeCodes()))
                        .toList();
        return new CertificateSources(
                sources,
                certificates.keep(),
                certificates.whole(),
                mongo.stores().serials()::next,
                meters,
                clock);
    }

    private static SourceSettings source(
            String name, Source source, Map<String, String> everywhere) {
        Map<String, String> codes = new HashMap<>(everywhere);
        codes.putAll(source.typeCodes());
        String format = source.fileFormat();
        return new SourceSettings(
                name,
                source.style(),
                new SourceSettings.Access(
                        source.service(),
                        source.account(),
                        source.password(),
                        source.decryptKey(),
                        source.verifyKey()),
                source.types(),
                codes,
                source.fields(),
                format != null ? format : source.style() == Style.NATIONAL ? "pdf" : "ofd",
                new SourceSettings.Limits(
                        source.deadline(), source.retries(), source.dailyCap(), source.rest()));
    }
}
