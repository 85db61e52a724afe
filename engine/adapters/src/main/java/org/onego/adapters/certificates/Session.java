package org.onego.adapters.certificates;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.NoCertificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Calls of the national service within its session: logged in when it is needed, and once more
/// when the session has ended.
final class Session {

    private final SourceSettings settings;
    private final PostJson http;
    private final AtomicReference<@Nullable String> session = new AtomicReference<>();

    Session(SourceSettings settings, PostJson http) {
        this.settings = settings;
        this.http = http;
    }

    /// @return an answer with a status of its own, logged in
    JsonNode call(String name, ObjectNode asked, long limit, long deadline) throws CallFailed {
        String open = session.get();
        if (open != null) {
            JsonNode answer = http.post(name, asked.put("sessionId", open), limit, deadline);
            if (!Status.of(answer).equals(Status.NOT_LOGGED_IN)) {
                return answer;
            }
        }
        String fresh = logIn(deadline);
        session.set(fresh);
        return http.post(name, asked.put("sessionId", fresh), limit, deadline);
    }

    private String logIn(long deadline) throws CallFailed {
        ObjectNode who =
                PostJson.JSON
                        .createObjectNode()
                        .put("account", settings.access().account())
                        .put("password", settings.access().secret());
        JsonNode answer = http.post("login", who, PostJson.DATA, deadline);
        JsonNode fresh = answer.path("sessionId");
        if (!Status.of(answer).equals(Status.OK) || !fresh.isString()) {
            throw new CallFailed(
                    NoCertificate.REFUSED,
                    "logging in failed with status "
                            + Status.of(answer)
                            + "; see account and password of the source");
        }
        return fresh.stringValue();
    }
}
