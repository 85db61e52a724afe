package org.onego.renderer.frame;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Ledger.Alarm;
import org.onego.casefile.application.Pause;
import org.onego.casefile.deadline.CaseClock;
import org.onego.casefile.deadline.WholeClock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Time limits in words, for citizens and clerks alike.
@Component
public class ClockTexts {

    private final MessageSource messages;
    private final CaseTexts texts;

    public ClockTexts(MessageSource messages, CaseTexts texts) {
        this.messages = messages;
        this.texts = texts;
    }

    /// @param tone `good`, `active` or `bad`: green, yellow, red
    /// @param word the colour's word
    /// @param text how many working days are left, and until when
    /// @param pause since when and why the clock stands still, or null
    /// @param assumed that the days may still move, or null
    public record ClockLine(
            String tone,
            String word,
            String text,
            @Nullable String pause,
            @Nullable String assumed) {}

    /// Null for a case whose time does not matter yet.
    public @Nullable ClockLine line(CaseClock clock, Locale locale) {
        String text = text(clock, locale);
        if (text == null) {
            return null;
        }
        Pause paused = clock.paused();
        return new ClockLine(
                tone(clock.alarm()),
                word(clock.alarm(), locale),
                text,
                paused == null
                        ? null
                        : message(
                                paused.reason().isEmpty() ? "clock.paused.plain" : "clock.paused",
                                locale,
                                message("clock.paused." + paused.kind().name(), locale),
                                texts.time(paused.from(), locale),
                                paused.reason()),
                clock.assumed() ? message("clock.assumed", locale) : null);
    }

    /// What stops a clock.
    public String kind(Pause.Kind kind, Locale locale) {
        return message("clock.paused." + kind.name(), locale);
    }

    /// Who stopped a clock, or let it go on.
    public String who(Actor by, Locale locale) {
        return switch (by) {
            case Actor.Clerk clerk -> clerk.name();
            case Actor.DepartmentSystem _ -> message("clock.by.system", locale);
            case Actor.Citizen _ -> message("clock.by.citizen", locale);
            case Actor.Engine _ -> message("clock.by.engine", locale);
        };
    }

    /// The colour's word.
    public String word(Alarm alarm, Locale locale) {
        return message("clock." + alarm.name(), locale);
    }

    /// By when everything has ended at the latest; null when nothing is open.
    public @Nullable String whole(WholeClock clock, Locale locale) {
        LocalDate expected = clock.expected();
        return expected == null
                ? null
                : message("clock.whole", locale, clock.promised(), day(expected, locale));
    }

    private @Nullable String text(CaseClock clock, Locale locale) {
        LocalDate due = clock.due();
        if (clock.state() == CaseClock.State.ENDED) {
            return due == null ? null : message("clock.used", locale, clock.used());
        }
        if (due == null) {
            LocalDate acceptBy = clock.acceptBy();
            return acceptBy != null
                    ? message("clock.acceptBy", locale, day(acceptBy, locale))
                    : clock.paused() == null ? null : message("clock.notStarted", locale);
        }
        if (clock.remaining() < 0) {
            return message("clock.overdue", locale, -clock.remaining(), day(due, locale));
        }
        return clock.remaining() == 0
                ? message("clock.lastDay", locale, day(due, locale))
                : message("clock.remaining", locale, clock.remaining(), day(due, locale));
    }

    private String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(message("day.pattern", locale), locale).format(day);
    }

    public static String tone(Alarm alarm) {
        return switch (alarm) {
            case GREEN -> "good";
            case YELLOW -> "active";
            case RED -> "bad";
        };
    }

    private String message(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
