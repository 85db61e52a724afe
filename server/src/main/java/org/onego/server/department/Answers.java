package org.onego.server.department;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.departments.CasePayload;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Ledger.Alarm;
import org.onego.casefile.application.NationalCodes;
import org.onego.casefile.result.CaseView;

/// What departments' systems are answered.
final class Answers {

    private Answers() {}

    /// Where a case stands now.
    ///
    /// @param stateCode 办件状态
    /// @param remaining working days left of the promised ones; negative when overdue
    /// @param due the last of them; not there before acceptance
    /// @param pausedReason why the clock stands still
    /// @param repeated the same was reported before: nothing changed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            String caseId,
            CaseState state,
            String stateCode,
            boolean paused,
            int remaining,
            Alarm alarm,
            @Nullable LocalDate due,
            @Nullable String pausedReason,
            boolean repeated) {

        static Standing of(CaseView view, boolean repeated) {
            return new Standing(
                    view.record().id(),
                    view.record().state(),
                    NationalCodes.status(view.record()),
                    view.record().ledger().paused() != null,
                    view.clock().remaining(),
                    view.clock().alarm(),
                    view.clock().due(),
                    view.clock().paused() == null ? null : view.clock().paused().reason(),
                    repeated);
        }
    }

    /// A case that nobody has taken: nothing personal.
    ///
    /// @param projId 办件编号
    /// @param remaining working days left of the promised ones
    record Waiting(
            String caseId,
            String projId,
            String item,
            String matterName,
            CaseState state,
            String stateCode,
            int remaining,
            Alarm alarm) {

        static Waiting of(CaseView view) {
            return new Waiting(
                    view.record().id(),
                    view.record().number(),
                    view.item().id(),
                    view.item().title().zh(),
                    view.record().state(),
                    NationalCodes.status(view.record()),
                    view.clock().remaining(),
                    view.clock().alarm());
        }
    }

    record WaitingList(List<Waiting> cases) {}

    /// @param lease to be sent as `X-OneGo-Lease` with every report
    record Claimed(String lease, Instant until, CasePayload data) {}

    record ClaimedList(List<Claimed> cases) {}
}
