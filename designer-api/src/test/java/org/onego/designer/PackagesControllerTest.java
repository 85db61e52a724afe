package org.onego.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class PackagesControllerTest {

    private final CompiledBundle newborn =
            Objects.requireNonNull(
                    PackageReader.open(Path.of("..", "packages")).read("newborn").bundle());
    private final PackagesController packages =
            new PackagesController(
                    new PackageShelf(List.of(new PublishedBundle(newborn)), Map.of()));

    @Test
    void theGuideSaysWhatIsStillOpen() {
        var answer = packages.form("newborn", Map.of(), Locale.CHINESE);
        assertThat(answer.next()).isEqualTo(newborn.guide().getFirst().id());
        assertThat(answer.options()).isNotEmpty();
        assertThat(answer.schema()).isNull();
    }

    @Test
    void onlyTheWantedItemsAreMerged() {
        Map<String, String> guide = new HashMap<>(newborn.personas().getFirst().guide());
        guide.put("items", "vaccination");
        assertThat(packages.form("newborn", guide, Locale.CHINESE).items())
                .containsExactly("vaccination");
        guide.put("items", "vacination");
        assertThatThrownBy(() -> packages.form("newborn", guide, Locale.CHINESE))
                .hasMessageContaining("did you mean 'vaccination'?");
    }

    @Test
    void choicesBringTheirLabelsInTheReadersLanguage() {
        Map<String, String> guide = newborn.personas().getFirst().guide();
        JsonNode schema =
                Objects.requireNonNull(packages.form("newborn", guide, Locale.CHINESE).schema());
        assertThat(schema.at("/properties/newborn/properties/person_sex/oneOf").toString())
                .contains("男", "女");
    }

    @Test
    void theMergedFormIsAPlainSchemaWithALayoutForEveryQuestion() {
        Map<String, String> guide = newborn.personas().getFirst().guide();
        var answer = packages.form("newborn", guide, Locale.CHINESE);

        assertThat(answer.items()).contains("birth-certificate", "household-registration");
        JsonNode schema = Objects.requireNonNull(answer.schema());
        assertThat(new JsonSchemas().compile(schema).accepts(JsonNodeFactory.instance.objectNode()))
                .isFalse();
        JsonNode layout = Objects.requireNonNull(answer.uiSchema());
        List<String> scopes = layout.findValuesAsString("scope");
        assertThat(scopes).hasSizeGreaterThan(50);
        assertThat(scopes).allMatch(scope -> !schema.at(scope.substring(1)).isMissingNode());
    }

    @Test
    void suggestionsNameFieldsOfThePackage() {
        JsonNode suggestions = packages.suggestions("newborn");
        assertThat(suggestions.path("same").isArray()).isTrue();
        assertThat(suggestions.findValuesAsString("item"))
                .isSubsetOf(newborn.items().stream().map(each -> each.item().id()).toList());
    }

    @Test
    void theProcessAndItsPictureAreThere() {
        assertThat(packages.process("newborn")).contains("<bpmndi:BPMNDiagram");
        assertThat(packages.picture("newborn", Locale.CHINESE)).contains("<svg", "出生登记");
    }
}
