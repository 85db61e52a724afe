package org.onego.examples.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onego.examples.Running;
import org.onego.examples.web.Json;
import tools.jackson.databind.JsonNode;

final class HostAppTest {

    private static Running host;

    @BeforeAll
    static void start() throws Exception {
        host = Running.with("--onego", "http://localhost:8080");
    }

    @AfterAll
    static void stop() throws Exception {
        host.close();
    }

    @Test
    void opensAServiceUnderALinkThatIsGoodOnce() throws Exception {
        String url = open("{\"persona\":\"wife\",\"package\":\"sample\"}").path("url").asString();
        assertThat(url).startsWith("http://localhost:8080/jsb/sample?accessLink=");

        JsonNode first = exchange(token(url), "demo", "demo");
        assertThat(first.path("C-Response-Desc").asString()).isEqualTo("success");
        assertThat(first.path("C-API-Status").asString()).isEqualTo("00");
        assertThat(first.path("C-Response-Code").asString()).isEqualTo("000000000000");
        assertThat(first.path("C-Response-Body").isString())
                .as("the body is a JSON string")
                .isTrue();
        JsonNode user = Json.MAPPER.readTree(first.path("C-Response-Body").asString());
        assertThat(user)
                .isEqualTo(
                        Json.MAPPER.readTree(
                                "{\"Truename\":\"赵敏\",\"Idcard\":\"130602199503120027\",\"Mobile\":\"13800000001\"}"));

        assertThat(exchange(token(url), "demo", "demo").path("C-Response-Body").asString())
                .isEqualTo("null");
    }

    @Test
    void forgetsALinkAfterAMinute() throws Exception {
        String inTime =
                token(open("{\"persona\":\"wife\",\"package\":\"sample\"}").path("url").asString());
        host.clock.advance(Duration.ofSeconds(60));
        assertThat(exchange(inTime, "demo", "demo").path("C-Response-Body").asString())
                .contains("赵敏");

        String late =
                token(open("{\"persona\":\"wife\",\"package\":\"sample\"}").path("url").asString());
        host.clock.advance(Duration.ofSeconds(61));
        assertThat(exchange(late, "demo", "demo").path("C-Response-Body").asString())
                .isEqualTo("null");
    }

    @Test
    void tellsNothingUnderWrongCredentialsAndLeavesTheLinkGood() throws Exception {
        String token =
                token(open("{\"persona\":\"wife\",\"package\":\"sample\"}").path("url").asString());

        JsonNode refused = exchange(token, "demo", "wrong");
        assertThat(refused.path("C-API-Status").asString()).isEqualTo("01");
        assertThat(refused.path("C-Response-Body").asString()).isEqualTo("null");
        assertThat(exchange(token, "other", "demo").path("C-API-Status").asString())
                .isEqualTo("01");

        assertThat(exchange(token, "demo", "demo").path("C-Response-Body").asString())
                .contains("赵敏");
    }

    @Test
    void carriesTheElderStyleAndOpensPagesOfTheProductOnly() throws Exception {
        assertThat(
                        open("{\"persona\":\"sample/wife\",\"package\":\"sample\",\"elder\":true}")
                                .path("url")
                                .asString())
                .endsWith("&uiStyle=elder");
        assertThat(
                        open("{\"persona\":\"wife\",\"url\":\"http://localhost:8080/a?b=c#d\"}")
                                .path("url")
                                .asString())
                .matches("http://localhost:8080/a\\?b=c&accessLink=[^&#]+#d");
        assertThat(
                        open("{\"persona\":\"wife\",\"url\":\"http://localhost:8080.evil.example/\"}")
                                .path("code")
                                .asString())
                .isEqualTo("url");
        assertThat(open("{\"persona\":\"nobody\",\"package\":\"sample\"}").path("code").asString())
                .isEqualTo("persona");
        assertThat(open("{\"persona\":\"wife\",\"package\":\"none\"}").path("code").asString())
                .isEqualTo("package");
    }

    @Test
    void putsAPushedMessageIntoTheRightBox() throws Exception {
        JsonNode pushed =
                push(
                        "{\"idcard\":\"130602199207080032\",\"title\":\"办理进度\",\"text\":\"已受理\",\"url\":\"http://localhost:8080/x\"}");
        assertThat(pushed.path("C-API-Status").asString()).isEqualTo("00");

        JsonNode box = host.getJson("/host/api/messages?persona=sample/husband");
        assertThat(box.path(0).path("title").asString()).isEqualTo("办理进度");
        assertThat(box.path(0).path("url").asString()).isEqualTo("http://localhost:8080/x");
        assertThat(host.getJson("/host/api/messages?persona=sample/wife"))
                .noneMatch(message -> message.path("title").asString().equals("办理进度"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"idcard\":\"000000000000000000\",\"title\":\"a\",\"text\":\"b\"}",
                "{\"idcard\":\"130602199207080032\",\"title\":\"\",\"text\":\"b\"}",
                "{\"title\":\"a\",\"text\":\"b\"}",
                "[]"
            })
    void refusesMessagesThatNobodyCouldGet(String message) throws Exception {
        assertThat(push(message).path("C-API-Status").asString()).isEqualTo("01");
    }

    @Test
    void takes128CharactersAndNotOneMore() throws Exception {
        String start = "{\"mobile\":\"13800000001\",\"title\":\"长\",\"text\":\"";
        assertThat(push(start + "字".repeat(128) + "\"}").path("C-API-Status").asString())
                .isEqualTo("00");
        assertThat(push(start + "字".repeat(129) + "\"}").path("C-Response-Desc").asString())
                .contains("128", "129");
    }

    @Test
    void takesPostsOnlyAsJson() throws Exception {
        var form =
                host.posting("/host/api/access-link", "persona=wife")
                        .setHeader("Content-Type", "text/plain");
        assertThat(Running.send(form).statusCode()).isEqualTo(415);
    }

    private static JsonNode open(String body) throws Exception {
        return host.postJson("/host/api/access-link", body);
    }

    private static JsonNode exchange(String token, String appId, String password) throws Exception {
        return host.getJson(
                "/gateway/auth/getAccessLinkForUserTmpMsg?C-App-Id="
                        + appId
                        + "&appPwd="
                        + password
                        + "&accessLink="
                        + token);
    }

    private static JsonNode push(String body) throws Exception {
        var request =
                host.posting("/gateway/message/push", body)
                        .header("C-App-Id", "demo")
                        .header("appPwd", "demo");
        return Json.MAPPER.readTree(Running.send(request).body());
    }

    private static String token(String url) {
        return url.replaceAll(".*accessLink=([^&#]+).*", "$1");
    }
}
