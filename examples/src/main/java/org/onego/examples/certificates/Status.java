package org.onego.examples.certificates;

import org.onego.examples.web.Answer;
import org.onego.examples.web.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `head.status` of an answer. The numbers are those of a provincial sharing service that are
/// publicly known.
enum Status {
    OK("0"),
    NOT_FOUND("10"),
    NOT_LOGGED_IN("11"),
    MISSING("12"),
    DENIED("100"),
    WRONG_VALUE("102"),
    WRONG_HOLDER_KIND("103"),
    UNKNOWN_TYPE("113");

    final String code;

    Status(String code) {
        this.code = code;
    }

    /// `{"head": {"status", "message"}, "data": {"dataList": […]}}`
    Answer.Reply answer(String message, ArrayNode list) {
        ObjectNode answer = Json.object();
        answer.putObject("head").put("status", code).put("message", message);
        answer.putObject("data").set("dataList", list);
        return Answer.json(answer);
    }

    Answer.Reply answer(String message) {
        return answer(message, Json.array());
    }
}
