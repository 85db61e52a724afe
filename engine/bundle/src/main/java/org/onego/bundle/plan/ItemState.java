package org.onego.bundle.plan;

import java.util.Locale;

/// What people are shown about an item of an application. Each state has a colour and a word:
/// colour is never the only signal.
public enum ItemState {
    /// Waits for another item.
    WAITING("#f2f2f2", "#6b6b6b"),
    /// The department is at it.
    ACTIVE("#fff4d6", "#a15c00"),
    /// The citizen has something to correct.
    CORRECTION("#ffe5d9", "#a83a08"),
    APPROVED("#e3f4e6", "#1b7a3d"),
    REJECTED("#fde4e4", "#b42318"),
    /// Not handled, because an item that it needs was rejected or withdrawn.
    CANCELLED("#f2f2f2", "#6b6b6b");

    private final String fill;
    private final String stroke;

    ItemState(String fill, String stroke) {
        this.fill = fill;
        this.stroke = stroke;
    }

    String fill() {
        return fill;
    }

    String stroke() {
        return stroke;
    }

    String key() {
        return "state." + name().toLowerCase(Locale.ROOT);
    }
}
