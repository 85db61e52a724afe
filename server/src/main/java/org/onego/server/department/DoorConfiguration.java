package org.onego.server.department;

import java.time.Duration;
import java.time.InstantSource;
import org.onego.adapters.departments.SignedCall;
import org.onego.adapters.mongo.MongoNonces;
import org.onego.adapters.mongo.MongoStores;
import org.onego.server.start.DepartmentConnections;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Every call to `/api/department/` goes through the door.
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    /// Longer than a timestamp is believed, on both sides of now.
    private static final Duration KEPT = SignedCall.TOLERANCE.multipliedBy(3);

    @Bean
    RecordCalls recordCalls(MongoStores stores, InstantSource clock) {
        return new RecordCalls(stores.calls(), clock);
    }

    @Bean
    FilterRegistrationBean<CallDoor> callDoor(
            DepartmentConnections connections,
            MongoStores stores,
            RecordCalls records,
            JsonMapper json,
            InstantSource clock) {
        var door =
                new FilterRegistrationBean<>(
                        new CallDoor(
                                connections,
                                new MongoNonces(stores.database(), KEPT),
                                records,
                                json,
                                clock));
        door.addUrlPatterns("/api/department/*");
        return door;
    }
}
