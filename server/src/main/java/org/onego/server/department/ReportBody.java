package org.onego.server.department;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a department's system reports about a case: a state that the case has come to there, or
/// that a special procedure stops or ends its clock.
record ReportBody(
        @Schema(
                        description =
                                "What the case became: 受理, 不予受理, 审核, 审批通过, 审批不通过, 送达. An approval or rejection of a case that was not accepted accepts it first.",
                        allowableValues = {
                            "ACCEPTED",
                            "NOT_ACCEPTED",
                            "REVIEWED",
                            "APPROVED",
                            "REJECTED",
                            "DELIVERED"
                        })
                @Nullable String state,
        @Schema(
                        description =
                                "Instead of a state: a special procedure (特别程序) stops the clock, or is over.",
                        allowableValues = {"STOPPED", "RUNNING"})
                @Nullable String clock,
        @Schema(
                        description =
                                "Told to the citizen: needed with NOT_ACCEPTED, REJECTED and STOPPED; the opinion with REVIEWED, the outcome with RUNNING.")
                @Nullable String reason,
        @Schema(
                        description =
                                "With APPROVED: the item's subject → element → value, e.g. {\"child\": {\"card.number\": \"A00000099\"}}.")
                @Nullable Map<String, Map<String, JsonNode>> result,
        @Schema(description = "With STOPPED.") @Nullable SpecialBody special) {

    /// 特别程序.
    record SpecialBody(
            @Schema(
                            description = "特别程序种类: A 延长审批, B 其他",
                            allowableValues = {"A", "B"})
                    String kind,
            @Schema(description = "特别程序种类名称: 听证, 专家评审, …") String name,
            @Schema(description = "批准人") String approvedBy,
            @Schema(description = "特别程序时限 in working days") int days) {}
}
