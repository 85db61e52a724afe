package org.onego.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the server.
@SpringBootApplication(
        scanBasePackages = {"org.onego.server", "org.onego.renderer", "org.onego.designer"},
        proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class OneGoServer {

    public static void main(String[] args) {
        SpringApplication.run(OneGoServer.class, args);
    }
}
