package org.onego.renderer.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onego.renderer.field.WidgetView.Parts.Part;

/// A date as its parts, and back. Typed parts are quicker than a calendar for a birth date, and a
/// calendar of the whole date fits into the first part as well.
final class DateParts {

    private static final List<String> NAMES = List.of("y", "m", "d", "h", "i");
    private static final List<String> LABELS =
            List.of("date.year", "date.month", "date.day", "date.hour", "date.minute");
    private static final Pattern WHOLE =
            Pattern.compile(
                    "(\\d{4})[-./年]?(\\d{1,2})[-./月]?(\\d{1,2})日?(?:[T ]?(\\d{1,2})[:：时](\\d{1,2})分?)?");

    private DateParts() {}

    static List<Part> of(String name, String id, String value, boolean time) {
        List<String> values = split(value);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < (time ? 5 : 3); i++) {
            parts.add(
                    new Part(
                            name + ":" + NAMES.get(i),
                            id + (i == 0 ? "-input" : "-" + NAMES.get(i)),
                            LABELS.get(i),
                            values.get(i),
                            i == 0 ? 4 : 2));
        }
        return parts;
    }

    /// What was typed into the parts as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; what can't be a date is
    /// put together all the same, so that it comes back as it was typed. Empty where nothing was.
    static String join(String year, String month, String day, String hour, String minute) {
        Matcher whole = WHOLE.matcher(year);
        if (month.isEmpty() && day.isEmpty() && whole.matches()) {
            return written(
                    Stream.of(1, 2, 3).map(whole::group).toList(),
                    whole.group(4) == null ? hour : whole.group(4),
                    whole.group(5) == null ? minute : whole.group(5));
        }
        return written(List.of(year, month, day), hour, minute);
    }

    private static String written(List<String> date, String hour, String minute) {
        boolean timed = !hour.isEmpty() || !minute.isEmpty();
        if (date.stream().allMatch(String::isEmpty) && !timed) {
            return "";
        }
        String day = date.get(0) + "-" + padded(date.get(1)) + "-" + padded(date.get(2));
        return timed ? day + "T" + padded(hour) + ":" + padded(minute) : day;
    }

    private static String padded(String part) {
        return part.matches("\\d") ? "0" + part : part;
    }

    private static List<String> split(String value) {
        String[] halves = value.split("T", 2);
        List<String> parts = new ArrayList<>(List.of(halves[0].split("-", 3)));
        while (parts.size() < 3) {
            parts.add("");
        }
        if (halves.length == 2) {
            parts.addAll(List.of(halves[1].split(":", 3)));
        }
        while (parts.size() < 5) {
            parts.add("");
        }
        return parts;
    }
}
