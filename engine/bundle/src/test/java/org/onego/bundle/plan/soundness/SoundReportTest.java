package org.onego.bundle.plan.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundReportTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sequence | sound
                    and-split-xor-join | unsound: not safe, two tokens meet between '汇合' and '归档'; path: 提交 → 分派 → 公安 → 医保 → 汇合 → 汇合
                    boundary-non-interrupting-same-end | unsound: improper completion, 'endEvent e' is reached a second time; path: startEvent s → userTask A → boundaryEvent b1 → endEvent e → endEvent e
                    xor-split-and-join | unsound: cannot complete, nothing can happen any more with a token between 'userTask A' and 'parallelGateway a1'; path: startEvent s → exclusiveGateway x1 → userTask A
                    loop-endless | unsound: cannot complete, the end cannot be reached any more with a token at 'startEvent s'
                    dead-unreachable | unsound: dead step, 'userTask B', 'endEvent e2' can never happen
                    complex-gateway | unsupported: complexGateway (g)
                    empty | invalid: has no process with anything drawn in it
                    """)
    void aFileIsOneLine(String model, String line) {
        assertThat(SoundReport.line(model, SoundnessCheck.of(KnownModels.named(model).text())))
                .isEqualTo(model + ": " + line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    sequence | {"file":"sequence","verdict":"sound","states":1,"places":5,"transitions":4}
                    xor-split-and-join | {"file":"xor-split-and-join","verdict":"unsound","violation":"OPTION_TO_COMPLETE","where":"nothing can happen any more with a token between 'userTask A' and 'parallelGateway a1'","elements":["f_A_a1"],"path":[{"id":"s","type":"startEvent","name":"","way":""},{"id":"x1","type":"exclusiveGateway","name":"","way":""},{"id":"A","type":"userTask","name":"","way":""}]}
                    complex-gateway | {"file":"complex-gateway","verdict":"unsupported","what":"complexGateway","element":"g"}
                    empty | {"file":"empty","verdict":"invalid","what":"has no process with anything drawn in it"}
                    """)
    void aFileIsOneObject(String model, String json) {
        assertThat(SoundReport.json(model, SoundnessCheck.of(KnownModels.named(model).text())))
                .isEqualTo(json);
    }
}
