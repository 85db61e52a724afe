package org.onego.bundle.suggest;

import java.util.Locale;
import java.util.stream.Collectors;
import org.onego.bundle.suggest.Suggestion.FieldRef;

/// Suggestions for a terminal: each on a line, its reasons below.
public final class SuggestionsText {

    private SuggestionsText() {}

    public static String of(Suggestions suggestions, Locale locale) {
        StringBuilder out = new StringBuilder();
        heading(out, "list.same", suggestions.same().size(), locale);
        suggestions
                .same()
                .forEach(each -> {
                    line(out, each, field(each.left()) + "  =  " + field(each.right()));
                    reasons(out, each, locale);
                });
        heading(out, "list.elements", suggestions.elements().size(), locale);
        suggestions
                .elements()
                .forEach(each -> {
                    String element = each.element() + " “" + each.elementTitle() + "”";
                    line(out, each, field(each.field()) + "  →  " + element);
                    reasons(out, each, locale);
                });
        if (suggestions.left() > 0) {
            heading(out, "list.left", suggestions.left(), locale);
        }
        return out.toString();
    }

    private static void heading(StringBuilder out, String key, int count, Locale locale) {
        out.append(Reason.of(key, String.valueOf(count)).text().in(locale)).append('\n');
    }

    private static void line(StringBuilder out, Suggestion suggestion, String what) {
        out.append(String.format(Locale.ROOT, "  %.2f  %s%n", suggestion.score(), what));
    }

    private static void reasons(StringBuilder out, Suggestion suggestion, Locale locale) {
        String separator = locale.getLanguage().equals("en") ? "; " : "；";
        out.append("        ")
                .append(
                        suggestion.reasons().stream()
                                .map(reason -> reason.text().in(locale))
                                .collect(Collectors.joining(separator)))
                .append('\n');
    }

    private static String field(FieldRef field) {
        return field.item() + field.pointer() + " “" + field.title() + "”";
    }
}
