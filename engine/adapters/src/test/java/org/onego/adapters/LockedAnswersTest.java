package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.World;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Prefilled;
import org.onego.casefile.Casefile;
import org.onego.casefile.application.Application;
import org.onego.casefile.audit.AuditEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Law 4: whatever a client sends for what a certificate has locked changes nothing, by whichever
/// call, and the attempt is recorded without the value.
class LockedAnswersTest {

    private static final JsonNode FORGED = JsonNodeFactory.instance.stringNode("篡改");

    @TempDir static Path folder;
    private static World first;
    private World world;

    @BeforeAll
    static void start() {
        first = new World(folder);
    }

    @AfterAll
    static void stop() {
        first.close();
    }

    @BeforeEach
    void begin() {
        world = first.anew();
    }

    private static Set<QuestionId> locked(Application application) {
        return application.prefilled().values().stream()
                .filter(each -> each.provenance().edit() == Edit.LOCKED)
                .map(Prefilled::question)
                .collect(Collectors.toSet());
    }

    @Test
    void noCallChangesWhatIsLocked() {
        try (Casefile casefile = world.casefile(world.processes())) {
            Journey mother = new Journey(casefile.citizens(), "mother-baoding");
            String id = mother.fillIn().id();
            Application before = mother.open(id);
            Set<QuestionId> locked = locked(before);
            assertThat(locked).hasSizeGreaterThan(20);
            Map<QuestionId, @Nullable JsonNode> forged = new HashMap<>();
            locked.forEach(question -> forged.put(question, FORGED));
            var citizens = casefile.citizens();

            // The page, its autosave and other programs all save.
            assertThat(citizens.save(mother.person(), id, forged)).isPresent();
            // A choice between sources where there is none to make.
            locked.forEach(question ->
                    assertThat(citizens.chooseSource(mother.person(), id, question, 0))
                            .isPresent());
            // An objection changes the answer only as an objection, and never the printed value.
            QuestionId disputed = QuestionId.parse("newborn.birth_weight");
            assertThat(
                            citizens.dispute(
                                    mother.person(),
                                    id,
                                    disputed,
                                    JsonNodeFactory.instance.numberNode(3100),
                                    null))
                    .isPresent();
            assertThat(citizens.takeBackDispute(mother.person(), id, disputed)).isPresent();
            // Consent again, with everything forged in between.
            assertThat(citizens.consent(mother.person(), id, true, Duration.ofSeconds(20)))
                    .isPresent();
            assertSame(before, mother.open(id), locked);

            assertThat(citizens.submit(mother.person(), id)).isPresent();
            assertThat(citizens.save(mother.person(), id, forged)).isPresent();
            // A correction, asked for or not, is the third way in.
            int recorded = world.stores().audit().events(id).size();
            assertThat(
                            casefile.corrections()
                                    .save(mother.person(), id, "birth-certificate", forged, ""))
                    .isPresent();
            assertThat(world.stores().audit().events(id)).hasSize(recorded + 1);
            assertSame(before, mother.open(id), locked);

            List<AuditEvent> attempts =
                    world.stores().audit().events(id).stream()
                            .filter(each -> each.kind() == AuditEvent.Kind.CHANGE_IGNORED)
                            .toList();
            assertThat(attempts.stream().flatMap(each -> each.questions().stream()))
                    .containsAll(locked.stream().map(QuestionId::toString).toList());
            assertThat(attempts).allMatch(each -> each.by().equals(mother.person().idNo()));
            assertThat(attempts.toString()).doesNotContain("篡改");
        }
    }

    private static void assertSame(Application before, Application after, Set<QuestionId> locked) {
        locked.forEach(question -> {
            assertThat(after.answers().get(question)).isEqualTo(before.answers().get(question));
            assertThat(after.prefilled()).containsKey(question);
        });
    }
}
