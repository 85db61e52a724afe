package org.onego.bundle.merge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// How the value of a question becomes the value of a field whose format differs. What a converter
/// doesn't understand it leaves as it is: the item's own form then refuses it.
public enum Converter {

    /// `20240131` becomes `2024-01-31`.
    DATE_BASIC(text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).toString()),

    /// `2024-01-31` becomes `20240131`.
    DATE_TO_BASIC(text -> LocalDate.parse(text).format(DateTimeFormatter.BASIC_ISO_DATE)),

    /// `2024-01-31` becomes `2024年1月31日`.
    DATE_TO_TEXT(text -> LocalDate.parse(text).format(text())),

    /// `2024-01-31T09:25` becomes `2024-01-31`.
    DATE_OF(text -> LocalDateTime.parse(text).toLocalDate().toString());

    private final UnaryOperator<String> rewrite;

    Converter(UnaryOperator<String> rewrite) {
        this.rewrite = rewrite;
    }

    /// The name used in packages, e.g. `date-of`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Converter> of(String id) {
        for (Converter converter : values()) {
            if (converter.id().equals(id)) {
                return Optional.of(converter);
            }
        }
        return Optional.empty();
    }

    public JsonNode convert(JsonNode value) {
        if (!value.isString()) {
            return value;
        }
        try {
            return StringNode.valueOf(rewrite.apply(value.stringValue()));
        } catch (DateTimeException _) {
            return value;
        }
    }

    private static DateTimeFormatter text() {
        return DateTimeFormatter.ofPattern("uuuu'年'M'月'd'日'", Locale.ROOT);
    }
}
