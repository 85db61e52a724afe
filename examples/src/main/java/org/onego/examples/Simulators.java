package org.onego.examples;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.onego.examples.certificates.Certificates;
import org.onego.examples.data.PackagesFolder;
import org.onego.examples.department.Department;
import org.onego.examples.host.HostApp;
import org.onego.examples.web.Pages;
import org.onego.examples.web.Routes;
import org.onego.examples.web.WebServer;

/// All simulators, running on one port until they are closed.
public final class Simulators implements AutoCloseable {

    private final WebServer server;
    private final List<Department> departments;
    private final List<String> warnings;

    private Simulators(WebServer server, List<Department> departments, List<String> warnings) {
        this.server = server;
        this.departments = departments;
        this.warnings = warnings;
    }

    /// @throws java.net.BindException when the port is in use
    public static Simulators start(Options options, Clock clock) throws IOException {
        PackagesFolder packages = new PackagesFolder(options.packages());
        Pages pages = new Pages(options.onego());
        Routes routes = new Routes();
        routes.get("/", pages.page("index.html"));
        routes.get("/assets/{file}", pages::asset);
        new HostApp(
                        packages,
                        options.onego(),
                        options.host().id(),
                        options.host().password(),
                        clock)
                .addTo(routes, pages);
        new Certificates(
                        packages,
                        options.certificates().id(),
                        options.certificates().password(),
                        options.faults(),
                        clock)
                .addTo(routes, pages);
        Department department =
                new Department(
                        packages,
                        new Department.Settings(
                                "social-security",
                                options.departmentSigning(),
                                null,
                                options.data(),
                                options.onego(),
                                options.departmentDelay(),
                                options.departmentAutomatic(),
                                options.departmentFirstRetry()),
                        clock);
        Options.Pulling pulling = options.pulling();
        Department polls =
                pulling == null
                        ? null
                        : new Department(
                                packages,
                                new Department.Settings(
                                        pulling.name(),
                                        pulling.signing(),
                                        pulling.every(),
                                        options.data(),
                                        options.onego(),
                                        options.departmentDelay(),
                                        options.departmentAutomatic(),
                                        options.departmentFirstRetry()),
                                clock);
        List<Department> departments =
                polls == null ? List.of(department) : List.of(department, polls);
        try {
            departments.forEach(each -> each.addTo(routes, pages));
            WebServer server = WebServer.start(options.port(), routes);
            departments.forEach(Department::resume);
            return new Simulators(server, departments, packages.current().warnings());
        } catch (IOException e) {
            for (Department each : departments) {
                each.close();
            }
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    /// What is wrong in the packages' files; what they say was left out.
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Department each : departments) {
            each.close();
        }
    }
}
