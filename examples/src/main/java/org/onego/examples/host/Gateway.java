package org.onego.examples.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.onego.examples.data.PackagesFolder;
import org.onego.examples.data.Persona;
import org.onego.examples.web.Answer;
import org.onego.examples.web.Json;
import org.onego.examples.web.Request;
import org.onego.examples.web.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// The host's server side, which the product's server calls.
///
/// `GET /gateway/auth/getAccessLinkForUserTmpMsg?C-App-Id=…&appPwd=…&accessLink=…` is shaped like
/// the call that a public service connected to 冀时办 makes. Everything comes in one envelope:
///
/// ```json
/// {"C-Response-Desc": "success", "C-API-Status": "00", "C-Response-Code": "000000000000",
///  "C-Response-Body": "{\"Truename\":\"…\",\"Idcard\":\"…\",\"Mobile\":\"…\"}"}
/// ```
///
/// The body is a JSON **string**; it is the string `null` for a link that is unknown, used or
/// expired. Which codes the real gateway sends for wrong credentials is not public: status `01` and
/// the codes below are our own.
///
/// `POST /gateway/message/push` is our own altogether, since no public document describes the
/// host's message push:
///
/// ```json
/// {"idcard": "130602…", "key": "…:3", "title": "办理进度", "text": "您的申请已受理。", "url": "http://localhost:8080/…"}
/// ```
///
/// with the same credentials, as query parameters or as headers `C-App-Id` and `appPwd`. `idcard`
/// or `mobile` names the citizen; `"staff": {"department": "…", "account": "…"}` names a department
/// or one clerk of it instead. `title` and `text` are required, `text` has at most 128 characters,
/// `url` is optional. A `key` that was there before is the same message and is shown once. The body
/// of the answer is `{"messageId": "…"}`.
final class Gateway {

    private static final int LONGEST_TEXT = 128;

    private final PackagesFolder packages;
    private final AccessLinks links;
    private final Messages messages;
    private final String appId;
    private final String password;
    private final Clock clock;

    Gateway(
            PackagesFolder packages,
            AccessLinks links,
            Messages messages,
            String appId,
            String password,
            Clock clock) {
        this.packages = packages;
        this.links = links;
        this.messages = messages;
        this.appId = appId;
        this.password = password;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.get("/gateway/auth/getAccessLinkForUserTmpMsg", this::user);
        routes.post("/gateway/message/push", this::push);
    }

    private Answer user(Request request) {
        if (!known(request)) {
            return wrongCredentials();
        }
        JsonNode user =
                links.redeem(request.query("accessLink"))
                        .<JsonNode>map(persona ->
                                Json.object()
                                        .put("Truename", persona.name())
                                        .put("Idcard", persona.idNo())
                                        .put("Mobile", persona.mobile()))
                        .orElse(NullNode.getInstance());
        return envelope("success", "00", "000000000000", user);
    }

    private Answer push(Request request) {
        if (!known(request)) {
            return wrongCredentials();
        }
        Optional<ObjectNode> sent = request.json();
        if (sent.isEmpty()) {
            return refused("消息体不是 JSON 对象");
        }
        String title = Json.text(sent.get(), "title");
        String text = Json.text(sent.get(), "text");
        if (title.isEmpty() || text.isEmpty()) {
            return refused("title 和 text 为必填");
        }
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_TEXT) {
            return refused("text 最多 " + LONGEST_TEXT + " 字，收到 " + length + " 字");
        }
        Optional<String> box = box(sent.get());
        if (box.isEmpty()) {
            return refused("没有 idcard、mobile 或 staff 对应的用户");
        }
        Messages.Message message =
                messages.add(
                        clock.instant(),
                        box.get(),
                        Json.text(sent.get(), "key"),
                        title,
                        text,
                        Json.text(sent.get(), "url"));
        return envelope(
                "success",
                "00",
                "000000000000",
                Json.object().put("messageId", String.valueOf(message.id())));
    }

    private Optional<String> box(ObjectNode sent) {
        if (sent.get("staff") instanceof ObjectNode staff) {
            return Optional.of(
                    Messages.staff(Json.text(staff, "department"), Json.text(staff, "account")));
        }
        return citizen(Json.text(sent, "idcard"), Json.text(sent, "mobile")).map(Persona::idNo);
    }

    private Optional<Persona> citizen(String idNo, String mobile) {
        return packages.current()
                .personas()
                .filter(persona ->
                        idNo.isEmpty()
                                ? !mobile.isEmpty() && persona.mobile().equals(mobile)
                                : persona.idNo().equals(idNo))
                .findFirst();
    }

    private boolean known(Request request) {
        return same(appId, credential(request, "C-App-Id"))
                && same(password, credential(request, "appPwd"));
    }

    private static String credential(Request request, String name) {
        String header = request.header(name.toLowerCase(Locale.ROOT));
        return header == null ? request.query(name) : header;
    }

    private static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer wrongCredentials() {
        return envelope("应用标识或应用口令不正确", "01", "000000000401", NullNode.getInstance());
    }

    private static Answer refused(String why) {
        return envelope(why, "01", "000000000400", NullNode.getInstance());
    }

    private static Answer envelope(String description, String status, String code, JsonNode body) {
        return Answer.json(
                Json.object()
                        .put("C-Response-Desc", description)
                        .put("C-API-Status", status)
                        .put("C-Response-Code", code)
                        .put("C-Response-Body", body.toString()));
    }
}
