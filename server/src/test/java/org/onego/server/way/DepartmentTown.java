package org.onego.server.way;

import io.swagger.v3.oas.models.media.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.onego.adapters.departments.HmacSignature;
import org.onego.adapters.mongo.MongoStores;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.server.way.DepartmentClient.Exchange;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

/// A town in which each way of handling is used: social security is pushed to, disease control
/// polls with SM2/SM3, medical insurance polls with HMAC and is in the hand of the test, the others
/// use the desk.
final class DepartmentTown implements AutoCloseable {

    static final String MEDICAL_SECRET = "medical-secret";

    private final RunningProduct product;
    private final Town town;
    private final List<Exchange> exchanges = new ArrayList<>();

    private DepartmentTown(RunningProduct product) {
        this.product = product;
        this.town = new Town(product.simulatorsPort(), product.at(""));
    }

    static DepartmentTown start(Path data) throws IOException {
        // Any JSON: its own accessors are no part of the interface.
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new JsonSchema());
        Path packages = data.resolve("packages");
        copy(RunningProduct.ROOT.resolve("packages"), packages);
        handle(packages, "vaccination");
        handle(packages, "medical-insurance");
        return new DepartmentTown(
                RunningProduct.start(
                        data.resolve("data"),
                        packages,
                        "cdc",
                        List.of(
                                "--springdoc.paths-to-match=/api/department/**,/api/admin/calendars/**,/api/admin/deliveries,/api/admin/calls,/api/admin/cases/**,/api/ready",
                                "--springdoc.default-produces-media-type=application/json",
                                "--springdoc.writer-with-order-by-keys=true",
                                "--onego.department-patience=1s",
                                "--onego.departments.cdc.department=disease-control",
                                "--onego.departments.cdc.signature=sm2-sm3",
                                "--onego.departments.cdc.private-key=${onego.departments.housing-fund.private-key}",
                                "--onego.departments.cdc.public-key=${onego.departments.housing-fund.public-key}",
                                "--onego.departments.medical.department=medical-insurance",
                                "--onego.departments.medical.secret=" + MEDICAL_SECRET)));
    }

    private static void handle(Path packages, String item) throws IOException {
        Path file = packages.resolve("newborn/items/" + item + "/item.yaml");
        String yaml = Files.readString(file);
        if (!yaml.contains("handling: {mode: hosted}")) {
            throw new IllegalStateException(item + " is not hosted any more; adapt this test");
        }
        Files.writeString(file, yaml.replace("handling: {mode: hosted}", "handling: {mode: pull}"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
    }

    DepartmentClient medical() {
        return client("medical", MEDICAL_SECRET);
    }

    DepartmentClient socialSecurity() {
        return client("social-security", "demo-secret");
    }

    DepartmentClient client(String connection, String secret) {
        return new DepartmentClient(
                product.at(""), connection, new HmacSignature(secret), exchanges);
    }

    /// What the clients sent and were answered.
    List<Exchange> exchanges() {
        return exchanges;
    }

    /// Submits an application of the mother's.
    ///
    /// @return its id
    String submit() throws IOException, InterruptedException {
        String number = Town.submit(town.readyToSubmit(true));
        return stores().applications().ofOwner(town.motherIdNo()).stream()
                .filter(each -> {
                    Application.Submission submission = each.submission();
                    return submission != null && number.contains(submission.number());
                })
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// The clerks do what there is to do.
    void handleAtTheDesk() throws IOException, InterruptedException {
        town.handleEverything();
    }

    Application application(String id) {
        return stores().applications().find(id).orElseThrow();
    }

    CaseRecord record(String id, String item) {
        return application(id).caseOf(CaseRecord.idOf(id, item)).orElseThrow();
    }

    MongoStores stores() {
        return product.bean(MongoStores.class);
    }

    String at(String path) {
        return product.at(path);
    }

    /// Tells the simulator of social security something.
    JsonNode simulator(String method, String path, String body)
            throws IOException, InterruptedException {
        return json(
                HttpRequest.newBuilder(
                                URI.create(product.simulator("/department/social-security" + path)))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Asks the administration's interface.
    JsonNode admin(String path) throws IOException, InterruptedException {
        return json(authorised(path, "admin:demo"));
    }

    /// Asks the administration's interface for a table.
    String text(String path) throws IOException, InterruptedException {
        return send(authorised(path, "admin:demo"));
    }

    /// Sends a calendar.
    ///
    /// @param account `id:password`
    /// @return the status
    int put(String path, String csv, String account) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            authorised(path, account)
                                    .header("Content-Type", "text/csv;charset=UTF-8")
                                    .PUT(HttpRequest.BodyPublishers.ofString(csv))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private HttpRequest.Builder authorised(String path, String account) {
        return HttpRequest.newBuilder(URI.create(product.at(path)))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(account.getBytes(StandardCharsets.UTF_8)));
    }

    /// Something public.
    JsonNode document(String path) throws IOException, InterruptedException {
        return json(HttpRequest.newBuilder(URI.create(product.at(path))));
    }

    private static JsonNode json(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return DepartmentClient.JSON.readTree(send(request));
    }

    private static String send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Override
    public void close() throws IOException {
        product.close();
    }
}
