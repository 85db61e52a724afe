package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.schema.JsonSchemas;

/// What must hold for every persona of every package of the repository.
class EveryPackageTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T02:00:00Z"));
    private static final Map<String, PublishedBundle> BUNDLES = read();

    private static Map<String, PublishedBundle> read() {
        JsonSchemas schemas = new JsonSchemas(CLOCK);
        Path packages = Path.of(System.getProperty("onego.root", "../.."), "packages");
        Map<String, PublishedBundle> bundles = new LinkedHashMap<>();
        for (Map.Entry<String, PackageResult> read :
                PackageReader.open(packages, schemas).readAll().entrySet()) {
            assertThat(read.getValue().findings()).filteredOn(Finding::isError).isEmpty();
            bundles.put(
                    read.getKey(),
                    new PublishedBundle(
                            Objects.requireNonNull(read.getValue().bundle()), schemas::compile));
        }
        return bundles;
    }

    record Case(String bundle, String persona) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        BUNDLES.forEach((id, bundle) ->
                bundle.compiled()
                        .personas()
                        .forEach(persona -> cases.add(new Case(id, persona.id()))));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPersonaCanSubmit(Case one) {
        PublishedBundle bundle = Objects.requireNonNull(BUNDLES.get(one.bundle()));
        Persona persona =
                bundle.compiled().personas().stream()
                        .filter(each -> each.id().equals(one.persona()))
                        .findFirst()
                        .orElseThrow();
        PersonaRun run = PersonaRun.of(bundle, persona, CLOCK).orElseThrow();
        assertThat(run.form().conflicts()).isEmpty();
        assertThat(bundle.rules(run.form()).problems()).isEmpty();
        assertThat(bundle.validate(run.form(), run.answers())).isEmpty();
    }
}
