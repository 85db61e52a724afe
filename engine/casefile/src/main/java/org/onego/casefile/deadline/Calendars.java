package org.onego.casefile.deadline;

/// The calendar as it is now; later years are loaded while the product runs.
@FunctionalInterface
public interface Calendars {

    WorkingCalendar now();
}
