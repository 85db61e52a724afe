package org.onego.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateIdentifierTest {

    @ParameterizedTest
    @CsvSource({ // identifiers that real authorities have published
        "11100000000013338W011.11430000006122244L.20230000403.001, U",
        "11100000000013338W032.11220000013544541J.2430599.001, F",
        "11100000MB03271699022.340100.000000016.001, 9"
    })
    void computesTheCheckCharacterOfPublishedIdentifiers(String body, char check) {
        assertThat(CheckCharacter.of(body.replace(".", ""))).isEqualTo(check);
    }

    @Test
    void refusesWhatAnIdentifierCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckCharacter.of("12a"))
                .withMessageContaining("'a' at 2");
    }

    @Test
    void isTheSameForTheSameCertificateAndAnotherForAnother() {
        String one =
                CertificateIdentifier.of(
                        "11100000000013127D001", "11100000000013127D", "冀J-1", "A");
        assertThat(one)
                .isEqualTo(
                        CertificateIdentifier.of(
                                "11100000000013127D001", "11100000000013127D", "冀J-1", "A"))
                .matches(
                        "1\\.2\\.156\\.3005\\.2\\.[0-9A-Z]{21}\\.[0-9A-Z]{18}\\.[0-9A-Z]+\\.001\\.[0-9A-Z]");
        assertThat(
                        CertificateIdentifier.of(
                                "11100000000013127D001", "11100000000013127D", "京J-1", "A"))
                .isNotEqualTo(one);
        assertThat(
                        CertificateIdentifier.of(
                                "11100000000013127D001", "11100000000013127D", "冀J-1", "B"))
                .isNotEqualTo(one);
    }

    @Test
    void marksATypeCodeThatItMadeUp() {
        assertThat(CertificateIdentifier.testTypeCode("marriage-certificate"))
                .matches("TEST[0-9A-Z]{14}001")
                .isNotEqualTo(CertificateIdentifier.testTypeCode("identity-card"));
    }
}
