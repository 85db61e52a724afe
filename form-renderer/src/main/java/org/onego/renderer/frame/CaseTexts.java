package org.onego.renderer.frame;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.onego.casefile.application.CaseEvent;
import org.onego.casefile.application.CaseState;
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
    public record EventLine(String title, String at, String tone) {}

    public String state(CaseState state, Locale locale) {
        return messages.getMessage("state." + state.name(), null, locale);
    }

    /// A moment in China's time.
    public String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(
                        messages.getMessage("time.pattern", null, locale), locale)
                .format(at.atZone(CHINA));
    }

    /// What has happened, in order; only the last event is drawn as still open.
    public List<EventLine> events(List<CaseEvent> events, Locale locale) {
        List<CaseEvent> happened =
                events.stream().filter(event -> event.state() != CaseState.WAITING).toList();
        return happened.stream()
                .map(event ->
                        new EventLine(
                                title(event, locale),
                                time(event.at(), locale),
                                event == happened.getLast() || tone(event.state()).equals("bad")
                                        ? tone(event.state())
                                        : "good"))
                .toList();
    }

    private String title(CaseEvent event, Locale locale) {
        String state = messages.getMessage("event." + event.state().name(), null, locale);
        return event.reason() == null
                ? state
                : messages.getMessage("event.reason", new Object[] {state, event.reason()}, locale);
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
