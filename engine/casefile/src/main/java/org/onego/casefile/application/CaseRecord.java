package org.onego.casefile.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// One item of one application, in one department (办件, 子件).
///
/// @param id the application's id, a dot, the item: see [#idOf]
/// @param number 办件编号 under which the department knows it
/// @param department id of the department that handles it
/// @param handler who works on it in the department
/// @param handedOverAt when the department first got it, or null
/// @param ledger what its time limit must remember
/// @param due by when the department has to act, as it was last computed: what queues are sorted
///   by; null where no limit runs
/// @param claimedBy the clerk who is on it, or null
/// @param results what it came to: deferred questions of other items, answered
/// @param delivery how far the department's own system has been told, or null where it has none
///   that is called
/// @param lease who in a department that polls has taken it, or null
/// @param callbacks the department's calls that were taken
/// @param corrections every 补正 that was asked for, in order; only the last may be open
/// @param differences what other items' corrections changed in the answers that it was decided on
/// @param cosigns opinions that were asked for, in order
/// @param desk what happened inside the department, in order: never shown to the citizen
/// @param notices the letters that were printed for it
public record CaseRecord(
        String id,
        String item,
        String number,
        String department,
        Handler handler,
        CaseState state,
        @Nullable Instant handedOverAt,
        Ledger ledger,
        @Nullable LocalDate due,
        Actor.@Nullable Clerk claimedBy,
        List<CaseEvent> events,
        Map<QuestionId, JsonNode> results,
        @Nullable Delivery delivery,
        @Nullable Lease lease,
        List<TakenCall> callbacks,
        @Nullable Rating rating,
        List<Correction> corrections,
        List<Difference> differences,
        List<Cosign> cosigns,
        List<DeskEntry> desk,
        List<PrintedNotice> notices) {

    public CaseRecord {
        events = List.copyOf(events);
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        callbacks = List.copyOf(callbacks);
        corrections = List.copyOf(corrections);
        differences = List.copyOf(differences);
        cosigns = List.copyOf(cosigns);
        desk = List.copyOf(desk);
        notices = List.copyOf(notices);
    }

    /// Who works on a case in its department: clerks at our desk, or a system that is told of it or
    /// asks for it.
    public enum Handler {
        DESK,
        PUSH,
        PULL
    }

    /// The id of an item's case.
    public static String idOf(String applicationId, String item) {
        return applicationId + "." + item;
    }

    /// The application that a case belongs to; the whole text when it is not a case's id.
    public static String applicationOf(String caseId) {
        int dot = caseId.indexOf('.');
        return dot < 0 ? caseId : caseId.substring(0, dot);
    }

    /// A case that waits to be handed over.
    public static CaseRecord waiting(
            String applicationId,
            String item,
            String number,
            String department,
            Handler handler,
            Instant at) {
        return new CaseRecord(
                idOf(applicationId, item),
                item,
                number,
                department,
                handler,
                CaseState.WAITING,
                null,
                Ledger.empty(),
                null,
                null,
                List.of(new CaseEvent(at, new Actor.Citizen(), CaseState.WAITING, null)),
                Map.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// The department's own system has not acknowledged it yet.
    public boolean isToBeDelivered() {
        return delivery != null && delivery.state() == Delivery.State.PENDING;
    }

    /// Places in the timeline of the events whose letters are not printed yet. A department's own
    /// system writes its own letters.
    public List<Integer> unprinted() {
        if (handler != Handler.DESK) {
            return List.of();
        }
        return IntStream.range(0, events.size())
                .filter(place -> NoticeKind.of(events.get(place)).isPresent())
                .filter(place -> notices.stream().noneMatch(each -> each.event() == place))
                .boxed()
                .toList();
    }

    /// The correction that the citizen has been asked for and has not made yet.
    public Optional<Correction> openCorrection() {
        return corrections.isEmpty() || !corrections.getLast().isOpen()
                ? Optional.empty()
                : Optional.of(corrections.getLast());
    }

    /// When the department last got it from the citizen: handed over, or handed in again after a
    /// correction.
    public @Nullable Instant receivedAt() {
        return events.stream()
                .filter(event -> event.state() == CaseState.HANDED_OVER)
                .reduce((_, last) -> last)
                .map(CaseEvent::at)
                .orElse(handedOverAt);
    }

    /// The case in its next state, with a line in its timeline.
    public CaseRecord became(CaseState next, Instant at, Actor by, @Nullable String reason) {
        return with(copy -> {
            copy.state = next;
            copy.events = appended(events, new CaseEvent(at, by, next, reason));
            if (next == CaseState.HANDED_OVER && handedOverAt == null) {
                copy.handedOverAt = at;
            }
            copy.ledger = ledger.became(next, at, by, reason);
            if (handler == Handler.PUSH && handedOverAt != null && isNews(next)) {
                copy.delivery = Delivery.due(id + "." + (events.size() + 1), at);
            }
            if (next.isEnded() || next.isWithCitizen()) {
                copy.lease = null;
            }
        });
    }

    /// Whether the department's own system must be told what it can't know: that the citizen has
    /// put something right, or that the case ended without it.
    private boolean isNews(CaseState next) {
        return switch (next) {
            case WITHDRAWN, CANCELLED -> true;
            case HANDED_OVER, ACCEPTED -> state.isWithCitizen();
            case WAITING,
                    CORRECTION,
                    REVIEWED,
                    SUPPLEMENT,
                    APPROVED,
                    NOT_ACCEPTED,
                    REJECTED,
                    DELIVERED,
                    PASSED_BY ->
                    false;
        };
    }

    public CaseRecord withLedger(Ledger next) {
        return with(copy -> copy.ledger = next);
    }

    public CaseRecord withDue(@Nullable LocalDate day) {
        return Objects.equals(day, due) ? this : with(copy -> copy.due = day);
    }

    public CaseRecord withClaim(Actor.@Nullable Clerk clerk) {
        return with(copy -> copy.claimedBy = clerk);
    }

    public CaseRecord withResults(Map<QuestionId, JsonNode> values) {
        return with(copy -> copy.results = values);
    }

    public CaseRecord withDelivery(Delivery next) {
        return with(copy -> copy.delivery = next);
    }

    public CaseRecord withCallback(TakenCall call) {
        return with(copy -> copy.callbacks = appended(callbacks, call));
    }

    /// The call that was taken under a key.
    public Optional<TakenCall> callback(String key) {
        return callbacks.stream().filter(call -> call.key().equals(key)).findFirst();
    }

    public CaseRecord withLease(@Nullable Lease next) {
        return with(copy -> copy.lease = next);
    }

    public CaseRecord withRating(Rating given) {
        return with(copy -> copy.rating = given);
    }

    public CaseRecord withCorrection(Correction asked) {
        return with(copy -> copy.corrections = appended(corrections, asked));
    }

    /// Changes the correction that is open; harmless when none is.
    public CaseRecord withOpenCorrection(UnaryOperator<Correction> change) {
        return with(copy ->
                copy.corrections =
                        corrections.stream()
                                .map(each -> each.isOpen() ? change.apply(each) : each)
                                .toList());
    }

    public CaseRecord withDifference(Difference told) {
        return with(copy -> copy.differences = appended(differences, told));
    }

    public CaseRecord withCosign(Cosign asked) {
        return with(copy -> copy.cosigns = appended(cosigns, asked));
    }

    public CaseRecord withCosignAnswer(int number, Cosign.Opinion opinion) {
        return with(copy ->
                copy.cosigns =
                        cosigns.stream()
                                .map(each ->
                                        each.number() == number ? each.answered(opinion) : each)
                                .toList());
    }

    public CaseRecord withDeskEntry(DeskEntry entry) {
        return with(copy -> copy.desk = appended(desk, entry));
    }

    public CaseRecord withNotice(PrintedNotice printed) {
        return with(copy -> copy.notices = appended(notices, printed));
    }

    /// Says which case, and nothing personal: this may end up in a log.
    @Override
    public String toString() {
        return "Case " + id + " " + state;
    }

    private CaseRecord with(Changing changing) {
        Copy copy = new Copy(this);
        changing.change(copy);
        return copy.done(this);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }

    @FunctionalInterface
    private interface Changing {
        void change(Copy copy);
    }

    /// What may change about a case, while it changes.
    private static final class Copy {
        private CaseState state;
        private @Nullable Instant handedOverAt;
        private Ledger ledger;
        private @Nullable LocalDate due;
        private Actor.@Nullable Clerk claimedBy;
        private List<CaseEvent> events;
        private Map<QuestionId, JsonNode> results;
        private @Nullable Delivery delivery;
        private @Nullable Lease lease;
        private List<TakenCall> callbacks;
        private @Nullable Rating rating;
        private List<Correction> corrections;
        private List<Difference> differences;
        private List<Cosign> cosigns;
        private List<DeskEntry> desk;
        private List<PrintedNotice> notices;

        Copy(CaseRecord from) {
            state = from.state;
            handedOverAt = from.handedOverAt;
            ledger = from.ledger;
            due = from.due;
            claimedBy = from.claimedBy;
            events = from.events;
            results = from.results;
            delivery = from.delivery;
            lease = from.lease;
            callbacks = from.callbacks;
            rating = from.rating;
            corrections = from.corrections;
            differences = from.differences;
            cosigns = from.cosigns;
            desk = from.desk;
            notices = from.notices;
        }

        CaseRecord done(CaseRecord from) {
            return new CaseRecord(
                    from.id,
                    from.item,
                    from.number,
                    from.department,
                    from.handler,
                    state,
                    handedOverAt,
                    ledger,
                    due,
                    claimedBy,
                    events,
                    results,
                    delivery,
                    lease,
                    callbacks,
                    rating,
                    corrections,
                    differences,
                    cosigns,
                    desk,
                    notices);
        }
    }
}
