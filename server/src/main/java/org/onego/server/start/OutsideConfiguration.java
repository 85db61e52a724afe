package org.onego.server.start;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.onego.adapters.departments.SignedDepartments;
import org.onego.adapters.departments.WriteCase;
import org.onego.adapters.host.JizhiBan;
import org.onego.adapters.host.NoHost;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Host;
import org.onego.casefile.application.Ids;
import org.onego.casefile.handover.DepartmentGateway;
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
    DepartmentConnections connections(OneGoProperties settings) {
        return DepartmentConnections.of(settings.departments());
    }

    @Bean
    WriteCase writeCase(BundleCatalogue catalogue, OneGoProperties settings) {
        return new WriteCase(catalogue, settings.publicUrl());
    }

    @Bean
    DepartmentGateway departments(
            DepartmentConnections connections,
            WriteCase write,
            OneGoProperties settings,
            InstantSource clock) {
        Map<String, SignedDepartments.Connection> called = new HashMap<>();
        connections
                .all()
                .forEach((name, each) ->
                        called.put(
                                name,
                                new SignedDepartments.Connection(each.url(), each.signature())));
        return new SignedDepartments(
                called, write, settings.departmentPatience(), Ids.random(), clock);
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
