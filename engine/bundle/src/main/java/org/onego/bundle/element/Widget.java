package org.onego.bundle.element;

import java.util.Locale;
import java.util.Optional;

/// How a question is asked on a page.
public enum Widget {
    TEXT,
    LONG_TEXT,
    ID_NUMBER,
    MOBILE,
    DATE,
    DATE_TIME,
    NUMBER,
    MONEY,
    RADIO,
    SELECT,
    CHECKBOX_GROUP,
    YES_NO,
    REGION,
    ADDRESS,
    BANK_ACCOUNT,
    SIGNATURE,
    STATEMENT;

    /// The name used in packages, e.g. `id-number`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Widget> of(String id) {
        for (Widget widget : values()) {
            if (widget.id().equals(id)) {
                return Optional.of(widget);
            }
        }
        return Optional.empty();
    }
}
