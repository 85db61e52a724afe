package org.onego.adapters.host;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Host;
import org.onego.casefile.application.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 冀时办: the gateway exchanges the `accessLink` that it put into a page's address for the citizen's
/// name, id number and mobile number, once. Credentials stay on the server.
///
/// Every answer is an envelope; `C-Response-Body` is JSON in a string, and the text `null` for a
/// link that is unknown, used or expired. No public document describes the message push: its shape
/// is our own, as the simulator has it.
public final class JizhiBan implements Host {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String SUCCESS = "00";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Settings settings;

    /// @param gateway address of the host's gateway
    /// @param publicUrl address of the citizens' pages, for links in messages
    public record Settings(URI gateway, String appId, String appPassword, URI publicUrl) {

        /// Without the password.
        @Override
        public String toString() {
            return gateway + " as " + appId;
        }
    }

    public JizhiBan(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Login exchange(String accessLink) {
        URI call =
                URI.create(
                        settings.gateway()
                                + "/auth/getAccessLinkForUserTmpMsg?"
                                + credentials()
                                + "&accessLink="
                                + encoded(accessLink));
        return switch (send(HttpRequest.newBuilder(call).GET())) {
            case Reply.Body(JsonNode user) -> person(user);
            case Reply.Problem(String why) -> new Login.Unavailable(why);
        };
    }

    @Override
    public Sent push(Recipient to, String key, String title, String text, String path) {
        ObjectNode message = json.createObjectNode();
        switch (to) {
            case Recipient.Citizen(Person person) -> message.put("idcard", person.idNo());
            case Recipient.Staff(String department, @Nullable String clerk) -> {
                ObjectNode staff = message.putObject("staff").put("department", department);
                if (clerk != null) {
                    staff.put("account", clerk);
                }
            }
        }
        String body =
                message.put("key", key)
                        .put("title", title)
                        .put("text", text)
                        .put("url", settings.publicUrl() + path)
                        .toString();
        URI call = URI.create(settings.gateway() + "/message/push?" + credentials());
        var request =
                HttpRequest.newBuilder(call)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return switch (send(request)) {
            case Reply.Body(_) -> new Sent.Accepted();
            case Reply.Problem(String why) -> new Sent.Failed(why);
        };
    }

    private sealed interface Reply {
        record Body(JsonNode content) implements Reply {}

        record Problem(String why) implements Reply {}
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(
                            request.timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                return new Reply.Problem("the gateway answered HTTP " + response.statusCode());
            }
            JsonNode envelope = json.readTree(response.body());
            String status = envelope.path("C-API-Status").asString("");
            return status.equals(SUCCESS)
                    ? new Reply.Body(
                            json.readTree(envelope.path("C-Response-Body").asString("null")))
                    : new Reply.Problem(
                            "the gateway answered status '"
                                    + status
                                    + "': "
                                    + envelope.path("C-Response-Desc").asString(""));
        } catch (JacksonException garbled) {
            return new Reply.Problem("the gateway's answer is no envelope");
        } catch (IOException unreachable) {
            return new Reply.Problem(
                    "the gateway can't be reached ("
                            + unreachable.getClass().getSimpleName()
                            + ")");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reply.Problem("interrupted");
        }
    }

    private static Login person(JsonNode user) {
        @Nullable String name = text(user, "Truename");
        @Nullable String idNo = text(user, "Idcard");
        @Nullable String mobile = text(user, "Mobile");
        return name == null || idNo == null || mobile == null
                ? new Login.Refused()
                : new Login.LoggedIn(new Person(name, idNo, mobile));
    }

    private static @Nullable String text(JsonNode user, String name) {
        String value = user.path(name).asString("");
        return value.isBlank() ? null : value;
    }

    private String credentials() {
        return "C-App-Id="
                + encoded(settings.appId())
                + "&appPwd="
                + encoded(settings.appPassword());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
