package org.onego.renderer.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onego.bundle.element.Mask;

class MaskerTest {

    @ParameterizedTest
    @CsvSource({
        "NAME,王大友,*大友",
        "NAME,李安,*安",
        "ID,33062319740208123X,3***23197402*****X",
        "ID,E12345678,E12***678",
        "MOBILE,13712349050,137****9050",
        "BANK,6222021234567890123,622202*********0123",
        "ADDRESS,保定市竞秀区东风路1号,保定市*****路1号",
        "OTHER,ab,**",
    })
    void hidesWhatNobodyNeedsToSee(Mask kind, String value, String masked) {
        assertThat(Masker.mask(kind, value)).isEqualTo(masked);
    }
}
