package org.onego.bundle.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Check digits of identifiers that stand in public documents.
class CheckDigitsTest {

    @Test
    void certificateIdentifiers() {
        // Samples of the standards for electronic certificates; the last part is the check digit.
        for (String identifier :
                List.of(
                        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                        "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
                        "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9")) {
            String body = identifier.substring("1.2.156.3005.2.".length()).replace(".", "");
            int last = body.length() - 1;
            assertThat(CheckDigits.mod37and36(body.substring(0, last)))
                    .as(identifier)
                    .isEqualTo(body.charAt(last));
        }
    }

    @Test
    void creditCodesOfPublicBodies() {
        for (String code :
                List.of(
                        "11100000000013338W",
                        "11430000006122244L",
                        "11220000013544541J",
                        "11100000000013661B",
                        "11100000MB03271699",
                        "11100000000013127D")) {
            assertThat(CheckDigits.isValidCreditCode(code)).as(code).isTrue();
            char wrong = code.charAt(17) == '0' ? '1' : '0';
            assertThat(CheckDigits.isValidCreditCode(code.substring(0, 17) + wrong)).isFalse();
        }
        assertThat(CheckDigits.isValidCreditCode("1110000000001333")).isFalse();
        assertThat(CheckDigits.isValidCreditCode("I1100000000013338W")).isFalse();
    }

    @Test
    void citizensIds() {
        // The example that GB 11643-1999 itself gives.
        assertThat(CheckDigits.citizenId("11010519491231002")).isEqualTo('X');
        assertThat(CheckDigits.isValidCitizenId("11010519491231002X")).isTrue();
        assertThat(CheckDigits.isValidCitizenId("11010519491231002x")).isFalse();
        assertThat(CheckDigits.isValidCitizenId("110105194912310021")).isFalse();
        assertThat(CheckDigits.birthDate("11010519491231002X"))
                .hasValue(LocalDate.of(1949, 12, 31));
    }

    @Test
    void aCitizensIdNeedsARealDateOfBirth() {
        String first17 = "11010519490230002";
        String id = first17 + CheckDigits.citizenId(first17);
        assertThat(CheckDigits.isValidCitizenId(id)).isFalse();
        assertThat(CheckDigits.birthDate(id)).isEmpty();
    }

    @Test
    void bankCards() {
        // The numbers that card schemes publish for tests.
        for (String number : List.of("4111111111111111", "5555555555554444", "6011111111111117")) {
            assertThat(CheckDigits.isValidBankCard(number)).as(number).isTrue();
        }
        assertThat(CheckDigits.isValidBankCard("4111111111111112")).isFalse();
        assertThat(CheckDigits.isValidBankCard("00000000000")).isFalse();
        assertThat(CheckDigits.isValidBankCard("")).isFalse();
    }

    @Test
    void aLetterOutsideTheAlphabetIsNamed() {
        assertThatThrownBy(() -> CheckDigits.mod37and36("12a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
    }
}
