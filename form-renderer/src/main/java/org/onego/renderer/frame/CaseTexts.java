package org.onego.renderer.frame;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.CaseEvent;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.NoticeKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Cases in words: states, times and timelines, for citizens and clerks alike.
@Component
public class CaseTexts {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final MessageSource messages;

    public CaseTexts(MessageSource messages) {
        this.messages = messages;
    }

    /// @param tone `good`, `active`, `bad` or empty: how it is drawn, never the only sign
    /// @param letter the event's place in the timeline when it brought a letter, or null
    public record EventLine(String title, String at, String tone, @Nullable Integer letter) {}

    public String state(CaseState state, Locale locale) {
        return messages.getMessage("state." + state.name(), null, locale);
    }

    /// A moment in China's time.
    public String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(
                        messages.getMessage("time.pattern", null, locale), locale)
                .format(at.atZone(CHINA));
    }

    /// A day in China.
    public String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage("day.pattern", null, locale), locale)
                .format(at.atZone(CHINA));
    }

    /// What has happened, in order; only the last event is drawn as still open.
    public List<EventLine> events(List<CaseEvent> events, Locale locale) {
        List<EventLine> lines = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            CaseEvent event = events.get(place);
            if (event.state() != CaseState.WAITING) {
                boolean last = place == events.size() - 1;
                lines.add(
                        new EventLine(
                                title(event, locale),
                                time(event.at(), locale),
                                last || tone(event.state()).equals("bad")
                                        ? tone(event.state())
                                        : "good",
                                NoticeKind.of(event).isPresent() ? place : null));
            }
        }
        return lines;
    }

    private String title(CaseEvent event, Locale locale) {
        String state = messages.getMessage("event." + key(event), null, locale);
        return event.reason() == null
                ? state
                : messages.getMessage("event.reason", new Object[] {state, event.reason()}, locale);
    }

    /// What the citizen brings back, and what time alone has done, have words of their own.
    private static String key(CaseEvent event) {
        if (event.by() instanceof Actor.Citizen && !event.state().isEnded()) {
            return "corrected";
        }
        boolean engine = event.by() instanceof Actor.Engine;
        return switch (event.state()) {
            case ACCEPTED -> engine ? "deemed" : event.state().name();
            case NOT_ACCEPTED, REJECTED -> engine ? "expired" : event.state().name();
            case WAITING,
                    HANDED_OVER,
                    CORRECTION,
                    REVIEWED,
                    SUPPLEMENT,
                    APPROVED,
                    DELIVERED,
                    WITHDRAWN,
                    CANCELLED,
                    PASSED_BY ->
                    event.state().name();
        };
    }

    public static String tone(CaseState state) {
        return switch (state) {
            case WAITING, WITHDRAWN, CANCELLED, PASSED_BY -> "";
            case HANDED_OVER, CORRECTION, ACCEPTED, REVIEWED, SUPPLEMENT -> "active";
            case APPROVED, DELIVERED -> "good";
            case NOT_ACCEPTED, REJECTED -> "bad";
        };
    }
}
