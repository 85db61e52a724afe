package org.onego.bundle.prefill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onego.bundle.prefill.Forms.JSON;
import static org.onego.bundle.prefill.Forms.form;
import static org.onego.bundle.prefill.Forms.id;
import static org.onego.bundle.prefill.Forms.question;
import static org.onego.bundle.prefill.Forms.type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.Text;
import org.onego.bundle.fixture.Journey;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.prefill.PrefillPlan.Expected;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.ReadResult.Read;
import org.onego.bundle.prefill.ReadResult.Refusal;
import org.onego.bundle.prefill.ReadResult.Refused;
import org.onego.bundle.prefill.ReadResult.Unusable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class CertificateReaderTest {

    private static final String MOTHER = "13060219950312002X";
    private static final String FATHER = "130607199111180030";
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private static final CertificateReader READER = new CertificateReader(Journey.SCHEMAS::compile);

    private static final CertificateType MARRIAGE =
            type("marriage-certificate")
                    .attribute("number", "string")
                    .attribute("day", "string")
                    .attribute("ethnic", "string")
                    .identifies("spouse")
                    .answers("number", "marriage.number", "holder", Edit.LOCKED, null)
                    .answers("day", "marriage.day", "holder", Edit.LOCKED, "date-basic")
                    .answers("ethnic", "person.ethnic", "holder", Edit.EDITABLE, "text-to-code")
                    .answers("spouseName", "person.name", "spouse", Edit.LOCKED, null)
                    .build();

    private static final MergedForm FORM =
            form(
                    List.of("mother", "father"),
                    List.of(
                            question(
                                    "mother",
                                    "marriage.number",
                                    JSON.objectNode().put("type", "string").put("maxLength", 8),
                                    List.of()),
                            question(
                                    "mother",
                                    "marriage.day",
                                    JSON.objectNode().put("type", "string").put("format", "date"),
                                    List.of()),
                            question(
                                    "mother",
                                    "person.ethnic",
                                    JSON.objectNode().put("type", "string"),
                                    List.of(
                                            new Code("01", Text.of("汉族"), null),
                                            new Code("11", new Text("满族", "Manchu"), null))),
                            question("father", "person.name")));

    private static final Lookup LOOKUP =
            new Lookup(
                    MARRIAGE,
                    "mother",
                    Map.of("spouse", "father"),
                    MARRIAGE.answers().stream()
                            .map(answer ->
                                    new Expected(
                                            id(
                                                    answer.about().equals("spouse")
                                                            ? "father"
                                                            : "mother",
                                                    answer.element().toString()),
                                            answer))
                            .toList(),
                    List.of());

    private static final Identities LOGIN = Identities.ofLogin("mother", MOTHER, "李婷");

    @Test
    void attributesBecomeAnswersWithTheirProvenance() {
        Read read = read(attributes(), LOGIN);
        assertThat(read.unusable()).isEmpty();
        assertThat(read.answers())
                .extracting(Prefilled::question, prefilled -> prefilled.value().stringValue())
                .containsExactly(
                        Tuple.tuple(id("mother", "marriage.number"), "J-1"),
                        Tuple.tuple(id("mother", "marriage.day"), "2021-10-10"),
                        Tuple.tuple(id("mother", "person.ethnic"), "11"),
                        Tuple.tuple(id("father", "person.name"), "张伟"));
        assertThat(read.answers().getFirst().provenance())
                .isEqualTo(
                        new Prefilled.Provenance(
                                "marriage-certificate", "id-1", NOON, null, Edit.LOCKED));
    }

    @Test
    void theRelatedPersonBecomesKnown() {
        Identities learnt = read(attributes(), LOGIN).identities();
        assertThat(learnt.known()).containsExactlyInAnyOrder("mother", "father");
        assertThat(learnt.idNo("father")).contains(FATHER);
        assertThat(learnt.toString()).doesNotContain(FATHER).doesNotContain("张伟");
    }

    @Test
    void anotherPersonsCertificateIsRefused() {
        assertThat(READER.read(LOOKUP, certificate(attributes(), FATHER), FORM, LOGIN))
                .isEqualTo(new Refused(new Refusal.WrongHolder("mother")));
        assertThat(
                        READER.read(
                                LOOKUP,
                                certificate(attributes(), MOTHER),
                                FORM,
                                Identities.ofLogin("father", FATHER, null)))
                .isEqualTo(new Refused(new Refusal.HolderUnknown("mother")));
    }

    @Test
    void theCheckCharacterMayBeWrittenSmall() {
        assertThat(
                        READER.read(
                                LOOKUP,
                                certificate(attributes(), "13060219950312002x"),
                                FORM,
                                LOGIN))
                .isInstanceOf(Read.class);
    }

    @Test
    void aCertificateIsValidThroughItsLastDayInChina() {
        LocalDate today = LocalDate.parse("2026-11-20");
        // Half past eleven in the evening, in China.
        Instant late = Instant.parse("2026-11-20T15:30:00Z");
        assertThat(READER.read(LOOKUP, dated(today.minusYears(1), today, late), FORM, LOGIN))
                .isInstanceOf(Read.class);
        assertThat(
                        READER.read(
                                LOOKUP,
                                dated(today.minusYears(1), today, late.plusSeconds(3600)),
                                FORM,
                                LOGIN))
                .isEqualTo(new Refused(new Refusal.Expired(today)));
        assertThat(READER.read(LOOKUP, dated(today.plusDays(1), null, late), FORM, LOGIN))
                .isEqualTo(new Refused(new Refusal.NotYetValid(today.plusDays(1))));
    }

    @Test
    void withoutADateOfExpiryTheTypeSaysHowLongItIsValid() {
        CertificateType card = type("card").validFor(20).build();
        Lookup lookup = new Lookup(card, "mother", Map.of(), List.of(), List.of());
        Certificate issued =
                new Certificate(
                        "card",
                        "id-2",
                        "n",
                        MOTHER,
                        LocalDate.parse("2006-11-19"),
                        null,
                        JSON.objectNode(),
                        NOON);
        assertThat(READER.read(lookup, issued, FORM, LOGIN))
                .isEqualTo(new Refused(new Refusal.Expired(LocalDate.parse("2026-11-19"))));
    }

    @Test
    void anotherTypeIsRefused() {
        Lookup other = new Lookup(type("other").build(), "mother", Map.of(), List.of(), List.of());
        assertThat(READER.read(other, certificate(attributes(), MOTHER), FORM, LOGIN))
                .isEqualTo(new Refused(new Refusal.WrongType("other", "marriage-certificate")));
    }

    @Test
    void eachAnswerThatCannotBeUsedSaysWhy() {
        ObjectNode attributes = attributes();
        attributes.put("number", "J-123456789");
        attributes.put("day", "10.10.2021");
        attributes.put("ethnic", 11);
        attributes.put("spouseName", " ");
        Read read = read(attributes, LOGIN);
        assertThat(read.answers()).isEmpty();
        assertThat(read.unusable())
                .containsOnly(
                        Map.entry(
                                id("mother", "marriage.number"),
                                new Unusable.NotAccepted("number", "maxLength")),
                        Map.entry(
                                id("mother", "marriage.day"),
                                new Unusable.NotConverted("day", "date-basic")),
                        Map.entry(
                                id("mother", "person.ethnic"),
                                new Unusable.BadAttribute("ethnic", "type")),
                        Map.entry(id("father", "person.name"), new Unusable.Missing("spouseName")));
    }

    @Test
    void aFormerSpouseIsNotTheFather() {
        Identities known =
                LOGIN.learn(LOOKUP, certificate(attributes().put("spouseIdNo", "another"), MOTHER));
        Read read = read(attributes(), known);
        assertThat(read.unusable())
                .containsOnly(
                        Map.entry(
                                id("father", "person.name"),
                                new Unusable.AnotherPerson("spouse", "father")));
        assertThat(read.identities().idNo("father")).contains("another");
    }

    private static final CertificateType BOOKLET =
            type("booklet")
                    .list("members", "name", "idNo")
                    .identifiesEach("member", "members", "name", "idNo")
                    .answers("name", "person.name", "member", Edit.EDITABLE, null)
                    .answers("idNo", "person.idNo", "member", Edit.EDITABLE, null)
                    .build();

    private static final List<String> ROWS = List.of("member_1", "member_2", "member_3");

    private static Read readMembers(Identities known) {
        List<Question> questions = new ArrayList<>();
        List<Expected> expected = new ArrayList<>();
        for (String row : ROWS) {
            questions.add(question(row, "person.name"));
            questions.add(question(row, "person.idNo"));
            BOOKLET.answers()
                    .forEach(answer ->
                            expected.add(
                                    new Expected(id(row, answer.element().toString()), answer)));
        }
        ObjectNode says = JSON.objectNode();
        says.putArray("members")
                .add(JSON.objectNode().put("name", "甲").put("idNo", "1"))
                .add(JSON.objectNode().put("name", 7).put("idNo", "2"));
        Certificate booklet =
                new Certificate(
                        "booklet",
                        "id-3",
                        "n",
                        MOTHER,
                        LocalDate.parse("2020-01-01"),
                        null,
                        says,
                        NOON);
        return (Read)
                READER.read(
                        new Lookup(
                                BOOKLET, "mother", Map.of("member", "member"), expected, List.of()),
                        booklet,
                        form(List.of("mother", "member"), questions),
                        known);
    }

    @Test
    void aListFillsRowsInItsOrder() {
        Read read = readMembers(LOGIN);
        assertThat(read.answers())
                .extracting(
                        answer -> answer.question().toString(),
                        answer -> answer.value().stringValue())
                .containsExactly(
                        Tuple.tuple("member_1.person_name", "甲"),
                        Tuple.tuple("member_1.person_idNo", "1"),
                        Tuple.tuple("member_2.person_idNo", "2"));
        assertThat(read.unusable())
                .containsEntry(
                        id("member_2", "person.name"), new Unusable.BadAttribute("name", "type"))
                .containsEntry(id("member_3", "person.name"), new Unusable.Missing("name"));
        assertThat(read.identities().known()).containsExactly("mother");
    }

    /// Whoever typed the second one's id number first gets that one's name, not the first one's.
    @Test
    void aRowWithAnIdNumberGetsWhatIsSaidOfThatPerson() {
        Identities typed =
                new Identities(
                        Map.of(
                                "mother",
                                new Identities.Identity(MOTHER, null),
                                "member_2",
                                new Identities.Identity("1", null),
                                "member_1",
                                new Identities.Identity("9", null)));
        Read read = readMembers(typed);
        assertThat(read.answers())
                .filteredOn(answer -> answer.question().key().equals("person_name"))
                .extracting(answer -> answer.question().subject())
                .containsExactly("member_2");
    }

    @Test
    void aNameBecomesItsCode() {
        List<Code> codes =
                List.of(
                        new Code("1", new Text("男", "Male"), null),
                        new Code("01", Text.of("汉族"), null));
        assertThat(code("男", codes)).isEqualTo("1");
        assertThat(code("male", codes)).isEqualTo("1");
        assertThat(code("男性", codes)).isEqualTo("1");
        assertThat(code("汉", codes)).isEqualTo("01");
        assertThat(code("01", codes)).isEqualTo("01");
        assertThat(code("其他", codes)).isNull();
    }

    private static @Nullable String code(String text, List<Code> codes) {
        return AttributeConverter.convert(StringNode.valueOf(text), "text-to-code", codes)
                .map(JsonNode::stringValue)
                .orElse(null);
    }

    private static Read read(ObjectNode attributes, Identities identities) {
        return (Read) READER.read(LOOKUP, certificate(attributes, MOTHER), FORM, identities);
    }

    private static ObjectNode attributes() {
        return JSON.objectNode()
                .put("number", "J-1")
                .put("day", "20211010")
                .put("ethnic", "满")
                .put("spouseName", "张伟")
                .put("spouseIdNo", FATHER);
    }

    private static Certificate certificate(ObjectNode attributes, String holder) {
        return new Certificate(
                "marriage-certificate",
                "id-1",
                "J-1",
                holder,
                LocalDate.parse("2021-10-10"),
                null,
                attributes,
                NOON);
    }

    private static Certificate dated(
            LocalDate issued, @Nullable LocalDate expires, Instant readAt) {
        return new Certificate(
                "marriage-certificate",
                "id-1",
                "J-1",
                MOTHER,
                issued,
                expires,
                attributes(),
                readAt);
    }
}
