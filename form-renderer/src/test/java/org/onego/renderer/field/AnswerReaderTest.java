package org.onego.renderer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onego.bundle.element.Text;
import org.onego.bundle.element.Widget;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AnswerReaderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT       | string  | ' 王一诺 '         | '\"王一诺\"'",
                "ID_NUMBER  | string  | '１３０6 02x'      | '\"130602X\"'",
                "MOBILE     | string  | '138-0000 0001'   | '\"13800000001\"'",
                "NUMBER     | integer | '３２００'          | 3200",
                "NUMBER     | integer | '3,200'           | 3200",
                "NUMBER     | integer | '三千'             | '\"三千\"'",
                "MONEY      | number  | '1280.50'         | 1280.50",
                "YES_NO     | boolean | 'true'            | true",
                "TEXT       | string  | '1e9'             | '\"1e9\"'",
            })
    void readsWhatWasMeant(Widget widget, String type, String typed, String expected) {
        assertThat(String.valueOf(read(widget, type, typed))).isEqualTo(expected);
    }

    @Test
    void nothingTypedIsNoAnswer() {
        assertThat(read(Widget.TEXT, "string", "  ")).isNull();
    }

    @Test
    void aHugeExponentIsHarmless() {
        assertThat(read(Widget.NUMBER, "integer", "1e999999999"))
                .isEqualTo(JSON.getNodeFactory().stringNode("1e999999999"));
    }

    private static @Nullable JsonNode read(Widget widget, String type, String typed) {
        ObjectNode schema = JSON.createObjectNode().put("type", type);
        Question question =
                new Question(
                        new QuestionId("newborn", "x"),
                        Text.of("x"),
                        null,
                        schema,
                        null,
                        widget,
                        List.of(),
                        List.of(),
                        new Question.Source.Asked());
        return AnswerReader.read(question, Map.of("newborn.x", List.of(typed)));
    }
}
