package org.onego.bundle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Form;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.SchemaError;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the fixture's forms say about their fields.
class FormReaderTest {

    private final CompiledBundle moving = FixturePackages.moving();
    private final Form residence = moving.item("residence-permit").form();
    private final Form vehicle = moving.item("vehicle-address").form();
    private final Form water = moving.item("water-account").form();

    @Test
    void fieldsComeInTheOrderOfTheSchemaOrOfTheLayout() {
        assertThat(pointers(water))
                .containsExactly(
                        "/customer/name",
                        "/customer/mobile",
                        "/customer/address",
                        "/customer/utilities",
                        "/witness/name");
        assertThat(pointers(vehicle))
                .startsWith("/owner/plate", "/owner/name", "/owner/idNo")
                .endsWith("/agent/used", "/agent/name", "/agent/mobile");
        // A control on an object stands for its fields; the rows of a group have their own layout.
        assertThat(pointers(residence))
                .startsWith("/holder/name", "/holder/idNo")
                .endsWith("/birthDate", "/name", "/inSchool", "/school");
    }

    @Test
    void aFieldKnowsItsSubjectElementTitleAndHint() {
        Field name = field(residence, "/partner/name");
        assertThat(name.subject()).isEqualTo("partner");
        assertThat(name.element()).isEqualTo(ElementId.parse("person.name"));
        assertThat(name.title()).isEqualTo(new Text("姓名", "Name"));
        assertThat(name.hint()).isEqualTo(new Text("与身份证一致", "As on the identity card"));

        Field reason = field(residence, "/home/reason");
        assertThat(reason.subject()).isEqualTo("holder");
        assertThat(reason.element()).isNull();
        assertThat(reason.title()).isEqualTo(Text.of("迁入原因"));
        assertThat(reason.hint()).isEqualTo(Text.of("例如工作、上学"));
    }

    @Test
    void aFieldKeepsItsOwnNarrowing() {
        assertThat(field(residence, "/home/persons").schema())
                .isEqualTo(json("{'$ref': 'element:home.persons', 'maximum': 10}"));
    }

    @Test
    void rowsOfAGroupArePlacedRelativeToTheRow() {
        Field school = field(residence, "/school");
        assertThat(school.group()).isEqualTo(JsonPointer.compile("/children"));
        assertThat(school.subject()).isEqualTo("child");
        assertThat(holds(school, Field::required, "{'inSchool': true}")).isTrue();
        assertThat(holds(school, Field::required, "{'inSchool': false}")).isFalse();
        assertThat(holds(school, Field::visible, "{'inSchool': true}")).isTrue();
        assertThat(holds(school, Field::visible, "{}")).isFalse();
        assertThat(field(residence, "/inSchool").required()).isEqualTo(Condition.NEVER);
    }

    @Test
    void whatIsAlwaysRequiredIsSoWithoutLooking() {
        assertThat(field(residence, "/holder/name").required()).isEqualTo(Condition.ALWAYS);
        assertThat(field(residence, "/home/address").required()).isEqualTo(Condition.ALWAYS);
        assertThat(field(residence, "/holder/sex").required()).isEqualTo(Condition.NEVER);
        assertThat(field(residence, "/holder/name").visible()).isEqualTo(Condition.ALWAYS);
    }

    @Test
    void aBranchDemandsAndShowsAField() {
        Field landlord = field(residence, "/home/landlordName");
        for (Function<Field, Condition> rule :
                List.<Function<Field, Condition>>of(Field::required, Field::visible)) {
            assertThat(holds(landlord, rule, "{'home': {'kind': 'rented'}}")).isTrue();
            assertThat(holds(landlord, rule, "{'home': {'kind': 'owned'}}")).isFalse();
            assertThat(holds(landlord, rule, "{}")).isFalse();
        }
    }

    @Test
    void aBranchAtTheRootDemandsAndShowsAWholeObject() {
        String married = "{'holder': {'marital': '20'}}";
        String single = "{'holder': {'marital': '10'}}";
        for (String pointer : List.of("/partner/name", "/partner/idNo")) {
            Field field = field(residence, pointer);
            assertThat(holds(field, Field::required, married)).isTrue();
            assertThat(holds(field, Field::visible, married)).isTrue();
            assertThat(holds(field, Field::required, single)).isFalse();
            assertThat(holds(field, Field::visible, single)).isFalse();
        }
    }

    @Test
    void anObjectThatIsThereDemandsItsOwnFields() {
        String there = "{'holder': {'marital': '10'}, 'partner': {'idNo': '1'}}";
        assertThat(holds(field(residence, "/partner/name"), Field::required, there)).isTrue();
        assertThat(holds(field(residence, "/partner/idNo"), Field::required, there)).isFalse();
    }

    @Test
    void theLayoutShowsAndHides() {
        Field agent = field(vehicle, "/agent/name");
        assertThat(holds(agent, Field::visible, "{'agent': {'used': true}}")).isTrue();
        assertThat(holds(agent, Field::visible, "{'agent': {'used': false}}")).isFalse();
        assertThat(holds(agent, Field::visible, "{}")).isFalse();

        Field kind = field(vehicle, "/owner/kind");
        assertThat(holds(kind, Field::visible, "{'owner': {'plate': '冀F12345'}}")).isFalse();
        assertThat(holds(kind, Field::visible, "{'owner': {'plate': '冀A12345'}}")).isTrue();
        assertThat(holds(kind, Field::visible, "{}")).isTrue();
    }

    @Test
    void oneFieldDemandsAnother() {
        Field mobile = field(vehicle, "/agent/mobile");
        assertThat(holds(mobile, Field::required, "{'agent': {'name': '王五'}}")).isTrue();
        assertThat(holds(mobile, Field::required, "{'agent': {'used': true}}")).isFalse();
    }

    @Test
    void theFormStandsOnItsOwn() {
        JsonNode document =
                json(
                        "{'customer': {'name': '李婷', 'mobile': '13800000001', 'address': '测试路',"
                                + " 'utilities': ['water', 'phone']}}");
        assertThat(water.schema().validate(document))
                .containsExactly(
                        new SchemaError(
                                JsonPointer.compile("/customer/utilities/1"),
                                "",
                                "enum",
                                json("['water', 'power', 'gas', 'heat']")));
        assertThat(water.schema().source().at("/$defs/element:person.mobile/$id").asString())
                .isEqualTo("element:person.mobile");
    }

    private static List<String> pointers(Form form) {
        return form.fields().stream().map(field -> field.pointer().toString()).toList();
    }

    private static Field field(Form form, String pointer) {
        return form.fields().stream()
                .filter(field -> field.pointer().toString().equals(pointer))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(Field field, Function<Field, Condition> rule, String document) {
        return rule.apply(field).test(json(document));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
