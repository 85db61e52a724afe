package org.onego.server.start;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.onego.adapters.departments.SignedDepartments;
import org.onego.adapters.host.JizhiBan;
import org.onego.adapters.host.NoHost;
import org.onego.casefile.application.Host;
import org.onego.casefile.progress.DepartmentGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What we call outside: the host app and departments' systems. Certificates have a room of their
/// own.
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {

    @Bean
    Host host(OneGoProperties settings) {
        var host = settings.host();
        URI gateway = host.gateway();
        return gateway == null
                ? new NoHost()
                : new JizhiBan(
                        new JizhiBan.Settings(
                                gateway,
                                text(host.appId()),
                                text(host.appPassword()),
                                settings.publicUrl()));
    }

    @Bean
    DepartmentGateway departments(OneGoProperties settings, InstantSource clock) {
        Map<String, SignedDepartments.Connection> connections =
                settings.departments().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry ->
                                                new SignedDepartments.Connection(
                                                        entry.getValue().url(),
                                                        entry.getValue().secret())));
        return new SignedDepartments(connections, settings.publicUrl(), clock);
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
