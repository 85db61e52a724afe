package org.onego.casefile.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onego.casefile.deadline.CalendarYear.Day;
import org.onego.casefile.deadline.ReadCalendar.Read;

class ReadCalendarTest {

    @Test
    void readsWhatASpreadsheetWrites() {
        Read read =
                ReadCalendar.read(
                        2027,
                        "\uFEFFdate,name,type,source\r\n2027-10-01,国庆节,OFF,国办发明电〔2026〕1号\r\n2027-10-09,国庆节,WORK,\r\n\r\n");
        assertThat(read).isInstanceOf(Read.Right.class);
        CalendarYear year = ((Read.Right) read).year();
        assertThat(year.source()).isEqualTo("国办发明电〔2026〕1号");
        assertThat(year.days())
                .containsEntry(LocalDate.of(2027, 10, 1), Day.OFF)
                .containsEntry(LocalDate.of(2027, 10, 9), Day.WORK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2027-10-01,国庆节,OFF | line 1 must be 'date,name,type,source'",
                "date,name,type;2027-10-01 | line 2: needs a date, a name and a type",
                "date,name,type;1 Oct,国庆节,OFF | '1 Oct' is no date like 2027-10-01",
                "date,name,type;2028-10-01,国庆节,OFF | 2028-10-01 is not in 2027",
                "date,name,type;2027-10-01,国庆节,STATUTORY | 'STATUTORY' must be OFF or WORK",
                "date,name,type;2027-10-01,a,OFF;2027-10-01,a,WORK | line 3: 2027-10-01 is there twice",
                "date,name,type | no day of 2027 is OFF"
            })
    void saysWhatIsWrongAndWhere(String csv, String why) {
        assertThat(ReadCalendar.read(2027, csv.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        Read.Wrong.class, wrong -> assertThat(wrong.why()).contains(why));
    }

    @Test
    void anEmptyFileIsNoCalendar() {
        assertThat(ReadCalendar.read(2027, "")).isInstanceOf(Read.Wrong.class);
    }
}
