package org.onego.bundle.element;

/// How a personal value is masked on the server wherever it is only shown.
public enum Mask {
    NAME,
    ID,
    MOBILE,
    ADDRESS,
    BANK,
    OTHER
}
