package org.onego.bundle.item;

/// Legal and promised time limits, in working days from the day after acceptance.
public record Deadline(int legal, int promised) {}
