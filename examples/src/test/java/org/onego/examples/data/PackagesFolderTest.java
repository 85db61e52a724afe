package org.onego.examples.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onego.examples.Running;

final class PackagesFolderTest {

    @Test
    void readsWhatIsRightAndNamesWhatIsNot() throws Exception {
        Packages packages = new PackagesFolder(Running.PACKAGES).current();

        assertThat(packages.services()).extracting(ServicePackage::id).containsExactly("sample");
        assertThat(packages.personas())
                .extracting(Persona::name)
                .containsExactlyInAnyOrder("赵敏", "钱勇");
        assertThat(packages.issued()).hasSize(5);
        assertThat(packages.warnings())
                .hasSize(2)
                .anySatisfy(
                        w -> assertThat(w).startsWith("sample/personas/torn.yaml: it is not YAML"))
                .anySatisfy(w ->
                        assertThat(w).contains("husband.yaml", "no certificate type 'unheard-of'"));
    }

    @Test
    void givesTwoSpousesTwoIdentifiersUnderOneNumber() throws Exception {
        Packages packages = new PackagesFolder(Running.PACKAGES).current();

        assertThat(packages.issued().stream().map(Issued::identifier)).doesNotHaveDuplicates();
        assertThat(packages.issued())
                .allSatisfy(issued -> {
                    String body = issued.identifier().substring("1.2.156.3005.2.".length());
                    int dot = body.lastIndexOf('.');
                    assertThat(body.charAt(dot + 1))
                            .isEqualTo(CheckCharacter.of(body.substring(0, dot).replace(".", "")));
                });
    }
}
