package org.onego.bundle.suggest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.Widget;
import tools.jackson.databind.JsonNode;

/// What a field's value looks like.
public enum Kind {
    TEXT,
    ID_NUMBER,
    CREDIT_CODE,
    MOBILE,
    BANK_ACCOUNT,
    EMAIL,
    DATE,
    DATE_TIME,
    NUMBER,
    YES_NO,
    CODE,
    CODES,
    REGION,
    ADDRESS,
    SIGNATURE,
    GROUP;

    private static final Map<String, Kind> FORMATS =
            Map.of(
                    "cn-id-number", ID_NUMBER,
                    "cn-uscc", CREDIT_CODE,
                    "cn-mobile", MOBILE,
                    "cn-bank-card", BANK_ACCOUNT,
                    "cn-region", REGION,
                    "email", EMAIL,
                    "date", DATE,
                    "past-date", DATE,
                    "past-date-time", DATE_TIME,
                    "local-date-time", DATE_TIME);

    private static final Map<Widget, Kind> WIDGETS =
            Map.ofEntries(
                    Map.entry(Widget.ID_NUMBER, ID_NUMBER),
                    Map.entry(Widget.MOBILE, MOBILE),
                    Map.entry(Widget.DATE, DATE),
                    Map.entry(Widget.DATE_TIME, DATE_TIME),
                    Map.entry(Widget.NUMBER, NUMBER),
                    Map.entry(Widget.MONEY, NUMBER),
                    Map.entry(Widget.RADIO, CODE),
                    Map.entry(Widget.SELECT, CODE),
                    Map.entry(Widget.CHECKBOX_GROUP, CODES),
                    Map.entry(Widget.YES_NO, YES_NO),
                    Map.entry(Widget.REGION, REGION),
                    Map.entry(Widget.ADDRESS, ADDRESS),
                    Map.entry(Widget.BANK_ACCOUNT, BANK_ACCOUNT),
                    Map.entry(Widget.SIGNATURE, SIGNATURE));

    /// Written by hand on a line, so that a plain text field may well ask for the same.
    private static final Set<Kind> LINES =
            Set.of(
                    TEXT,
                    ID_NUMBER,
                    CREDIT_CODE,
                    MOBILE,
                    BANK_ACCOUNT,
                    EMAIL,
                    ADDRESS,
                    REGION,
                    NUMBER,
                    CODE);

    /// Pairs of which one is a looser or another way to write the other.
    private static final List<Set<Kind>> NEAR =
            List.of(
                    Set.of(DATE, DATE_TIME),
                    Set.of(DATE, TEXT),
                    Set.of(DATE_TIME, TEXT),
                    Set.of(CODE, CODES),
                    Set.of(CODE, YES_NO),
                    Set.of(CODE, REGION),
                    Set.of(REGION, ADDRESS),
                    Set.of(ID_NUMBER, CREDIT_CODE));

    /// How two kinds go together.
    enum Fit {
        SAME,
        LOOSE,
        NEAR,
        CLASH
    }

    static Kind of(JsonNode schema, @Nullable Element element) {
        Kind format = FORMATS.get(schema.path("format").asString(""));
        if (format == null && element != null) {
            format = FORMATS.get(element.schema().path("format").asString(""));
        }
        if (format != null) {
            return format;
        }
        Kind widget = element == null ? null : WIDGETS.get(element.widget());
        return widget == null ? ofType(schema, element) : widget;
    }

    private static Kind ofType(JsonNode schema, @Nullable Element element) {
        if (schema.has("enum")
                || schema.has("oneOf")
                || (element != null && element.codes() != null)) {
            return CODE;
        }
        String type = schema.path("type").asString("");
        if (type.isEmpty() && element != null) {
            type = element.schema().path("type").asString("");
        }
        return switch (type) {
            case "integer", "number" -> NUMBER;
            case "boolean" -> YES_NO;
            case "array" -> schema.path("items").has("enum") ? CODES : GROUP;
            case "object" -> GROUP;
            default -> TEXT;
        };
    }

    /// Seldom asked for twice: two fields of this kind about one person are likely the same.
    boolean isTelling() {
        return switch (this) {
            case ID_NUMBER, CREDIT_CODE, MOBILE, BANK_ACCOUNT, EMAIL, DATE, DATE_TIME, ADDRESS ->
                    true;
            case TEXT, NUMBER, YES_NO, CODE, CODES, REGION, SIGNATURE, GROUP -> false;
        };
    }

    /// Its name in `messages.properties`.
    String key() {
        return "kind." + name();
    }

    Fit with(Kind other) {
        if (this == other) {
            return Fit.SAME;
        }
        if (NEAR.contains(Set.of(this, other))) {
            return Fit.NEAR;
        }
        boolean loose = this == TEXT || other == TEXT;
        return loose && LINES.contains(this) && LINES.contains(other) ? Fit.LOOSE : Fit.CLASH;
    }
}
