package org.onego.bundle.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Same;
import org.onego.bundle.pack.CompiledBundle.SameField;
import org.onego.bundle.pack.FixturePackages;
import org.onego.bundle.project.Projector;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// The package `moving`, item by item.
class MergerTest {

    private static final JsonSchemas SCHEMAS = new JsonSchemas(FixturePackages.CLOCK);
    private static final CompiledBundle MOVING = FixturePackages.moving();

    private static final Map<String, Map<String, String>> ROLES =
            Map.of(
                    "residence-permit", Map.of("holder", "mover", "partner", "spouse"),
                    "vehicle-address", Map.of("owner", "mover"),
                    "water-account", Map.of("customer", "mover"));

    private static MergedForm merge(CompiledBundle bundle, String... items) {
        return merge(bundle, Map.of(), items);
    }

    private static MergedForm merge(
            CompiledBundle bundle, Map<String, Map<ElementId, JsonNode>> given, String... items) {
        Map<String, Map<String, String>> roles = new HashMap<>(ROLES);
        roles.keySet().retainAll(Set.of(items));
        Selection selection =
                new Selection(List.of(items), "mover", Set.of("mover", "spouse"), roles, given);
        return Merger.merge(bundle, selection, SCHEMAS::compile);
    }

    private static Question question(MergedForm form, String id) {
        return Objects.requireNonNull(form.question(QuestionId.parse(id)), id);
    }

    @Test
    void aQuestionKnowsWhereItComesFromAndDemandsWhatAllDemand() {
        Question name =
                question(merge(MOVING, "residence-permit", "vehicle-address"), "mover.person_name");
        assertThat(name.origins())
                .extracting(origin -> origin.item() + origin.field().pointer())
                .containsExactly("residence-permit/holder/name", "vehicle-address/owner/name");
        assertThat(name.schema().path("minLength").asInt()).isEqualTo(2);
        assertThat(name.schema().path("maxLength").asInt()).isEqualTo(30);
    }

    @Test
    void aResultIsDeferredWhereTheProducerIsSelectedAndAskedWhereItIsNot() {
        String permit = "mover.home_permitNumber";
        assertThat(question(merge(MOVING, "residence-permit", "vehicle-address"), permit).source())
                .isEqualTo(new Source.Deferred("residence-permit"));
        assertThat(question(merge(MOVING, "vehicle-address"), permit).source())
                .isEqualTo(new Source.Asked());
    }

    @Test
    void fieldsDeclaredTheSameAreOneQuestionAskedAsTheFirstSays() {
        MergedForm form = merge(MOVING, "residence-permit", "water-account");
        Question address = question(form, "mover.home_address");
        assertThat(address.title().zh()).isEqualTo("现住址");
        assertThat(address.origins()).hasSize(2);
        assertThat(address.schema().path("maxLength").asInt()).isEqualTo(60);
        assertThat(form.questions())
                .doesNotContainKey(new QuestionId("mover", "water-account_address"));
    }

    @Test
    void aFieldAloneKeepsItsOwnQuestion() {
        assertThat(
                        question(merge(MOVING, "water-account"), "mover.water-account_address")
                                .title()
                                .zh())
                .isEqualTo("用水地址");
    }

    @Test
    void whatTheGuideSaysIsNotAskedAndCannotBeOverridden() {
        ElementId marital = ElementId.parse("person.marital");
        MergedForm form =
                merge(
                        MOVING,
                        Map.of("mover", Map.of(marital, StringNode.valueOf("20"))),
                        "residence-permit");
        QuestionId id = QuestionId.parse("mover.person_marital");
        assertThat(question(form, id.toString()).source()).isEqualTo(new Source.Given());
        Answers forged = Answers.NONE.with(id, StringNode.valueOf("10"));
        assertThat(Projector.project(MOVING.item("residence-permit"), form, forged).toString())
                .isEqualTo("{\"holder\":{\"marital\":\"20\"}}");
    }

    @Test
    void aConverterStandsBetweenTheQuestionAndTheField() {
        Same birthdays =
                new Same(
                        Text.of("出生日期"),
                        List.of(
                                new SameField(
                                        "residence-permit",
                                        JsonPointer.compile("/holder/birthDate"),
                                        null),
                                new SameField(
                                        "water-account",
                                        JsonPointer.compile("/customer/address"),
                                        "date-to-text")));
        CompiledBundle bundle = with(List.of(birthdays));
        Answers answers =
                Answers.NONE.with(
                        QuestionId.parse("mover.person_birthDate"),
                        StringNode.valueOf("1995-03-12"));

        MergedForm both = merge(bundle, "residence-permit", "water-account");
        assertThat(
                        Projector.project(bundle.item("residence-permit"), both, answers)
                                .at("/holder/birthDate")
                                .asString())
                .isEqualTo("1995-03-12");
        assertThat(
                        Projector.project(bundle.item("water-account"), both, answers)
                                .at("/customer/address")
                                .asString())
                .isEqualTo("1995年3月12日");

        // Without the item that decides the format, the question is still asked in that format.
        MergedForm alone = merge(bundle, "water-account");
        assertThat(question(alone, "mover.person_birthDate").schema().path("format").asString())
                .isEqualTo("past-date");
        assertThat(
                        Projector.project(bundle.item("water-account"), alone, answers)
                                .at("/customer/address")
                                .asString())
                .isEqualTo("1995年3月12日");
    }

    @Test
    void aMaterialIsAskedForOnceAndReplacedByACertificate() {
        MergedForm form = merge(MOVING, "residence-permit", "vehicle-address", "water-account");
        List<MergedMaterial> identity =
                form.materials().stream()
                        .filter(material -> material.code().equals("identity-proof"))
                        .filter(material -> "mover".equals(material.subject()))
                        .toList();
        assertThat(identity).hasSize(1);
        assertThat(identity.getFirst().items()).hasSizeGreaterThan(1);
        assertThat(identity.getFirst().supply()).isEqualTo(new Supply.Certificate("identity-card"));
    }

    @Test
    void whatAnotherItemIssuesComesBackWhenThatIsNotSelected() {
        assertThat(supply(merge(MOVING, "residence-permit", "vehicle-address")))
                .isEqualTo(new Supply.Produced("residence-permit"));
        assertThat(supply(merge(MOVING, "vehicle-address")))
                .isEqualTo(new Supply.Certificate("residence-permit"));
    }

    private static Supply supply(MergedForm form) {
        return form.materials().stream()
                .filter(material -> material.code().equals("residence-proof"))
                .findFirst()
                .orElseThrow()
                .supply();
    }

    @Test
    void convertersRewriteWhatTheyUnderstandAndLeaveTheRest() {
        assertThat(
                        Map.of(
                                Converter.DATE_BASIC, "20240131",
                                Converter.DATE_TO_BASIC, "2024-01-31",
                                Converter.DATE_OF, "2024-01-31T09:25",
                                Converter.DATE_TO_TEXT, "2024-01-31"))
                .allSatisfy((converter, value) -> {
                    assertThat(converter.convert(StringNode.valueOf(value)).asString())
                            .isIn("2024-01-31", "20240131", "2024年1月31日")
                            .isNotEqualTo(value);
                    assertThat(converter.convert(StringNode.valueOf("soon")).asString())
                            .isEqualTo("soon");
                    assertThat(Converter.of(converter.id())).contains(converter);
                });
    }

    private static CompiledBundle with(List<Same> same) {
        return new CompiledBundle(
                MOVING.info(),
                MOVING.guide(),
                MOVING.subjects(),
                MOVING.applicant(),
                MOVING.items(),
                MOVING.roles(),
                same,
                MOVING.notSame(),
                MOVING.needs(),
                MOVING.certificates(),
                MOVING.shared(),
                MOVING.pages(),
                MOVING.submitText(),
                MOVING.dictionary(),
                MOVING.personas(),
                MOVING.tests());
    }
}
