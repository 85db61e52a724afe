package org.onego.casefile.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Deadline;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.DeadlinePlan;
import org.onego.bundle.plan.DeadlinePlan.ItemSpan;
import org.onego.bundle.plan.DeadlinePlanner;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;

/// An application's cases as they stand today → when the last of them ends, if each department
/// keeps its promise: what is accepted ends when it is due, what is overdue today, and what waits
/// takes its promised days after the last of those that it waits for.
final class ForecastEnd {

    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final Map<String, LocalDate> ends = new HashMap<>();

    ForecastEnd(Deadlines deadlines, WorkingCalendar calendar, LocalDate today) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.today = today;
    }

    WholeClock of(Application application, CompiledBundle bundle) {
        List<String> items = application.cases().stream().map(CaseRecord::item).toList();
        DeadlinePlan plan = DeadlinePlanner.plan(bundle, items);
        Map<String, CaseRecord> cases = new HashMap<>();
        application.cases().forEach(each -> cases.put(each.item(), each));
        @Nullable LocalDate last = null;
        for (Map.Entry<String, ItemSpan> span : plan.items().entrySet()) {
            CaseRecord record = cases.get(span.getKey());
            if (record != null) {
                Deadline limits = bundle.item(span.getKey()).deadline();
                LocalDate end = end(record, limits, span.getValue().after());
                ends.put(span.getKey(), end);
                boolean open = !record.state().isEnded() && !record.state().hasEndedWell();
                last = open && (last == null || end.isAfter(last)) ? end : last;
            }
        }
        return new WholeClock(
                plan.promised(),
                plan.legal(),
                plan.critical(),
                last,
                last != null && !calendar.missing(today, last).isEmpty());
    }

    private LocalDate end(CaseRecord record, Deadline limits, List<String> after) {
        Instant decidedAt = record.ledger().decidedAt();
        if (decidedAt != null) {
            return ChinaDay.of(decidedAt);
        }
        LocalDate due = deadlines.of(record, limits, today).due();
        if (due != null) {
            return due.isBefore(today) ? today : due;
        }
        LocalDate begins = today;
        for (String needed : after) {
            LocalDate end = ends.getOrDefault(needed, today);
            begins = end.isAfter(begins) ? end : begins;
        }
        return calendar.plus(begins, limits.promised());
    }
}
