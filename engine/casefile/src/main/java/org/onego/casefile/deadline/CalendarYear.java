package org.onego.casefile.deadline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The holidays and adjusted working days of a year, as the State Council announces them (国务院办公厅
/// 关于部分节假日安排的通知). Days that are not in it are as the week has them.
///
/// @param source where it was announced
public record CalendarYear(int year, String source, Map<LocalDate, Day> days) {

    public CalendarYear {
        days = Collections.unmodifiableMap(new TreeMap<>(days));
        for (LocalDate day : days.keySet()) {
            if (day.getYear() != year) {
                throw new IllegalArgumentException(day + " is not in " + year);
            }
        }
    }

    /// What a day is, against the week.
    public enum Day {
        /// 放假.
        OFF,
        /// 上班: a weekend's day that is worked.
        WORK
    }
}
