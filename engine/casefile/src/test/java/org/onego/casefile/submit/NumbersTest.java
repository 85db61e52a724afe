package org.onego.casefile.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final Instant LATE_IN_CHINA = Instant.parse("2026-11-20T17:30:00Z");

    private final Map<String, Long> counters = new HashMap<>();
    private final Numbers numbers = new Numbers(series -> counters.merge(series, 1L, Long::sum));

    @Test
    void anApplicationsNumberHasRegionDaySerialAndCheckDigit() {
        String number = numbers.application("130600", LATE_IN_CHINA);
        assertThat(number).matches("YJS130600" + "20261121" + "000001" + "\\d");
        assertThat(Numbers.isApplicationNumber(number)).isTrue();
        assertThat(numbers.application("130600", LATE_IN_CHINA)).contains("20261121000002");
        assertThat(numbers.application("130602", LATE_IN_CHINA)).contains("20261121000001");
    }

    /// The example that ISO 7064 itself gives for MOD 11,10.
    @Test
    void theCheckDigitIsThatOfTheStandard() {
        assertThat(Numbers.checkDigit("0794")).isEqualTo('5');
    }

    @Test
    void oneWrongDigitIsAlwaysSeen() {
        String number = numbers.application("130600", LATE_IN_CHINA);
        for (int at = 3; at < number.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = number.substring(0, at) + digit + number.substring(at + 1);
                assertThat(Numbers.isApplicationNumber(other)).isEqualTo(other.equals(number));
            }
        }
        assertThat(Numbers.isApplicationNumber("YJS1")).isFalse();
    }

    @Test
    void aCaseHasItsItemsCodeOrTheApplicationsNumber() {
        String code = "11130600MB0000000X4000172149001";
        assertThat(numbers.caseNumber(code, LATE_IN_CHINA, "YJS1", 1))
                .isEqualTo(code + "20261121" + "000001")
                .hasSizeLessThanOrEqualTo(50);
        assertThat(numbers.caseNumber(code, LATE_IN_CHINA, "YJS1", 2)).endsWith("000002");
        assertThat(numbers.caseNumber(null, LATE_IN_CHINA, "YJS1", 3)).isEqualTo("YJS1-03");
    }
}
