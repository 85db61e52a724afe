package org.onego.bundle.schema.intersect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IntersectLinesTest {

    private static final IntersectLines LINES = new IntersectLines(SchemaIntersection.standard());

    private static List<JsonNode> run(String... lines) throws IOException {
        StringWriter out = new StringWriter();
        LINES.run(new StringReader(String.join("\n", lines)), out);
        return out.toString().lines().map(Suite.MAPPER::readTree).toList();
    }

    @Test
    void eachLineIsAnsweredOnItsOwn() throws IOException {
        List<JsonNode> answers =
                run(
                        "{\"schemas\":[{\"type\":\"string\",\"minLength\":2},{\"maxLength\":5}]}",
                        "",
                        "{\"schemas\":[{\"type\":\"string\"},{\"type\":\"number\"}]}",
                        "{\"schemas\":[{\"pattern\":\"(?=x)y\",\"type\":\"string\"}]}\r",
                        "{\"schemas\":[true]}");
        assertThat(answers)
                .containsExactly(
                        json(
                                "{'schema':{'type':'string','minLength':2,'maxLength':5},'verdict':'satisfiable','witness':'aa'}"),
                        json(
                                "{'schema':false,'verdict':'empty','reason':'Nothing satisfies both type \\'string\\' (schema 0, /type) and type \\'number\\' (schema 1, /type) at the value. Change one of them.','conflict':{'at':'','left':{'schema':0,'pointer':'/type','keyword':'type','value':'string'},'right':{'schema':1,'pointer':'/type','keyword':'type','value':'number'}}}"),
                        json(
                                "{'schema':{'type':'string','pattern':'(?=x)y'},'verdict':'unknown','reason':'No value was found that satisfies all, and no proof that there is none.'}"),
                        json("{'schema':true,'verdict':'satisfiable','witness':null}"));
    }

    @Test
    void whoSaysTheDialectIsToldTheDialect() throws IOException {
        assertThat(
                        run(
                                "{\"schemas\":[{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"items\":[{\"type\":\"null\"}]}]}"))
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.get("schema"))
                                .isEqualTo(
                                        json(
                                                "{'$schema':'https://json-schema.org/draft/2020-12/schema','prefixItems':[{'type':'null'}]}")));
    }

    private static JsonNode json(String text) {
        return Suite.MAPPER.readTree(text.replace("\\'", "\\\"").replace('\'', '"'));
    }

    @Test
    void aLineThatCannotBeAnsweredGetsAnErrorAndTheNextOneGoesOn() throws IOException {
        List<JsonNode> answers =
                run(
                        "{\"schemas\":[",
                        "nonsense",
                        "{}",
                        "{\"schemas\":{}}",
                        "{\"schemas\":[]}",
                        "[1,2]",
                        "{\"schemas\":[{\"type\":\"strin\"}]}",
                        "{\"schemas\":[{\"$ref\":\"#/nowhere\"},3]}",
                        "{\"schemas\":[" + "[".repeat(2000) + "]".repeat(2000) + "]}",
                        "{\"schemas\":[{}]} {}",
                        "{\"schemas\":[{\"type\":\"string\",\"type\":\"null\"}]}",
                        "{\"schemas\":[{\"type\":\"null\"}]}");
        assertThat(answers).hasSize(12);
        assertThat(answers.subList(0, 11))
                .allSatisfy(answer -> assertThat(answer.path("error").stringValue()).isNotBlank());
        assertThat(answers.get(6).get("error").stringValue())
                .startsWith("schema 0 at '/type': \"strin\" is not a type");
        assertThat(answers.getLast().get("verdict").stringValue()).isEqualTo("satisfiable");
    }

    @Test
    void everyAnswerIsOutBeforeTheNextLineIsRead() throws IOException {
        StringWriter out = new StringWriter();
        List<Integer> written = new ArrayList<>();
        String line = "{\"schemas\":[true]}\n";
        StringReader in =
                new StringReader("") {
                    private int lines;

                    @Override
                    public int read(char[] buffer, int offset, int length) {
                        written.add(out.toString().split("\n", -1).length - 1);
                        if (lines++ == 3) {
                            return -1;
                        }
                        line.getChars(0, line.length(), buffer, offset);
                        return line.length();
                    }
                };
        LINES.run(in, out);
        assertThat(written).containsExactly(0, 1, 2, 3);
    }
}
