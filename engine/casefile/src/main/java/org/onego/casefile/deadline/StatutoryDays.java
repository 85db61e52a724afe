package org.onego.casefile.deadline;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The thirteen statutory days (全国年节及纪念日放假办法 as amended in 2024, art. 2): all that is known of a
/// year before its arrangement is announced.
final class StatutoryDays {

    /// 清明 in the list of solar terms that begins with 冬至.
    private static final int QINGMING = 7;

    private static final Map<Integer, Set<LocalDate>> YEARS = new ConcurrentHashMap<>();

    private StatutoryDays() {}

    static boolean isStatutory(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    static Set<LocalDate> of(int year) {
        return YEARS.computeIfAbsent(year, StatutoryDays::compute);
    }

    private static Set<LocalDate> compute(int year) {
        LocalDate newYear = date(LunarDay.fromYmd(year, 1, 1).getSolarDay());
        return Stream.of(
                        // 元旦
                        LocalDate.of(year, 1, 1),
                        // 春节: 除夕 and the first three days
                        newYear.minusDays(1),
                        newYear,
                        newYear.plusDays(1),
                        newYear.plusDays(2),
                        // 清明节
                        date(SolarTerm.fromIndex(year, QINGMING).getSolarDay()),
                        // 劳动节
                        LocalDate.of(year, 5, 1),
                        LocalDate.of(year, 5, 2),
                        // 端午节
                        date(LunarDay.fromYmd(year, 5, 5).getSolarDay()),
                        // 中秋节
                        date(LunarDay.fromYmd(year, 8, 15).getSolarDay()),
                        // 国庆节
                        LocalDate.of(year, 10, 1),
                        LocalDate.of(year, 10, 2),
                        LocalDate.of(year, 10, 3))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate date(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
