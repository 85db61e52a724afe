package org.onego.examples.certificates;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.onego.examples.web.Json;
import org.onego.examples.web.Request;
import tools.jackson.databind.node.ObjectNode;

/// One call of the sharing service, as it came in.
record Call(String name, boolean readable, ObjectNode asked, FiveElements five, long startedNanos) {

    private static final int LONGEST_PURPOSE = 200;

    static Call read(String name, Request request) {
        Optional<ObjectNode> json = request.json();
        ObjectNode asked = json.orElseGet(Json::object);
        return new Call(name, json.isPresent(), asked, FiveElements.in(asked), System.nanoTime());
    }

    /// A call whose parameters stand in `data`.
    static Call provincial(String name, Request request) {
        Optional<ObjectNode> json = request.json();
        ObjectNode data =
                json.map(whole -> whole.path("data")).orElseGet(Json::object)
                                instanceof ObjectNode found
                        ? found
                        : Json.object();
        return new Call(name, json.isPresent(), data, FiveElements.in(data), System.nanoTime());
    }

    String useFor() {
        return first("UseFor", "useCause", "certificateCopyCause");
    }

    private String first(String... names) {
        for (String each : names) {
            String value = Json.text(asked, each);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /// Why nothing is told at all; empty when the caller is logged in and has said who asks and,
    /// where data is asked for, why.
    Optional<Lookup.Refused> refusal(Sessions sessions, boolean asksForData) {
        if (!readable) {
            return refuse(Status.WRONG_VALUE, "参数值错误：请求体不是 JSON 对象");
        }
        if (!sessions.isOpen(Json.text(asked, "sessionId"))) {
            return refuse(Status.NOT_LOGGED_IN, "身份验证不通过：sessionId 无效或已过期，请重新 login");
        }
        List<String> missing = five.missing();
        if (!missing.isEmpty()) {
            return refuse(Status.MISSING, "必填参数为空：" + String.join("、", missing));
        }
        if (asksForData && useFor().isEmpty()) {
            return refuse(Status.MISSING, "必填参数为空：UseFor（用途）");
        }
        if (useFor().length() > LONGEST_PURPOSE) {
            return refuse(Status.WRONG_VALUE, "参数值错误：UseFor 最多 " + LONGEST_PURPOSE + " 字");
        }
        return Optional.empty();
    }

    private static Optional<Lookup.Refused> refuse(Status status, String message) {
        return Optional.of(new Lookup.Refused(status, message));
    }

    /// How it is remembered.
    CallLog.Entry entry(Clock clock, String type, String outcome) {
        return new CallLog.Entry(
                clock.instant(),
                name,
                type,
                first("CertificateHolderCode", "HolderCode", "holderCode"),
                first(
                        "CertificateNumber",
                        "CertificateID",
                        "certificateIdentifier",
                        "certIdentifier"),
                useFor(),
                five,
                outcome,
                (System.nanoTime() - startedNanos) / 1_000_000);
    }
}
