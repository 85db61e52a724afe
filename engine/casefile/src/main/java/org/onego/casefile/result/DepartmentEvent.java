package org.onego.casefile.result;

import java.util.Map;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Pause;
import tools.jackson.databind.JsonNode;

/// What a department's own system reports about a case.
public sealed interface DepartmentEvent {

    record Accepted() implements DepartmentEvent {}

    record Refused(String reason) implements DepartmentEvent {}

    record Reviewed(String opinion) implements DepartmentEvent {}

    record Approved(Map<QuestionId, JsonNode> result) implements DepartmentEvent {
        public Approved {
            result = Map.copyOf(result);
        }
    }

    record Rejected(String reason) implements DepartmentEvent {}

    record Delivered() implements DepartmentEvent {}

    /// A special procedure begins: the clock stands still until it is over.
    record Stopped(Pause.Kind kind, Pause.Special special, String reason)
            implements DepartmentEvent {}

    /// The special procedure is over.
    record WentOn(String outcome) implements DepartmentEvent {}
}
