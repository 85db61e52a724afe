package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.PersonaCertificates;
import org.onego.adapters.fixture.Simulated;
import org.onego.adapters.fixture.World;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Prefilled;
import org.onego.casefile.Casefile;
import org.onego.casefile.answers.SaveOutcome;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.Person;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource;
import org.onego.casefile.handover.DepartmentGateway;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Consent, certificates, and what they put into a draft.
class PrefillTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DepartmentGateway NO_DEPARTMENTS =
            (_, _, _) -> new DepartmentGateway.Receipt.Acknowledged();

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

    private Casefile with(CertificateSource source) {
        return world.casefile(world.processes(), source, NO_DEPARTMENTS);
    }

    private static Journey journey(Casefile casefile, String persona) {
        return new Journey(casefile.citizens(), persona);
    }

    private static void consent(Casefile casefile, Person person, String id, Duration patience) {
        assertThat(casefile.citizens().consent(person, id, true, patience)).isPresent();
    }

    /// Law 10.
    @Test
    void everyReadIsRecordedWithTheFiveElements() {
        try (Casefile casefile = with(new PersonaCertificates())) {
            Journey journey = journey(casefile, "mother-baoding");
            String id = journey.guided().id();
            consent(casefile, journey.person(), id, Duration.ofSeconds(20));
            Application draft = journey.open(id);

            List<AuditRecord> audit = world.stores().audit().of(id);
            // Once for what it says, and once more for the file of what replaces a material.
            assertThat(audit)
                    .extracting(AuditRecord::certificateType)
                    .containsAll(draft.reads().stream().map(CertificateRead::type).toList())
                    .isSubsetOf(draft.reads().stream().map(CertificateRead::type).toList());
            assertThat(audit).extracting(AuditRecord::id).doesNotHaveDuplicates();
            assertThat(audit)
                    .allSatisfy(entry -> {
                        assertThat(entry.user()).isEqualTo(journey.person().name());
                        assertThat(entry.holderIdNo()).isEqualTo(journey.person().idNo());
                        assertThat(entry.orgName()).startsWith("保定市");
                        assertThat(entry.itemName()).isNotBlank();
                        assertThat(entry.itemCode()).isNotBlank();
                        assertThat(entry.businessCode()).isEqualTo(id);
                        assertThat(entry.purpose()).contains("新生儿");
                    });
            Consent consent = Objects.requireNonNull(draft.consent());
            assertThat(consent.reads())
                    .extracting(Consent.Read::type)
                    .containsExactlyElementsOf(
                            draft.reads().stream().map(CertificateRead::type).toList());
            assertThat(draft.reads())
                    .extracting(CertificateRead::state)
                    .doesNotContain(State.PENDING);
        }
    }

    /// Law 4, on every prefilled answer of a persona.
    @Test
    void aLockedAnswerCannotBeChanged() {
        try (Casefile casefile = with(new PersonaCertificates())) {
            Journey journey = journey(casefile, "father-applying");
            String id = journey.guided().id();
            consent(casefile, journey.person(), id, Duration.ofSeconds(20));
            Application before = journey.open(id);
            Map<QuestionId, Prefilled> locked =
                    before.prefilled().values().stream()
                            .filter(each -> each.provenance().edit() == Edit.LOCKED)
                            .collect(Collectors.toMap(Prefilled::question, each -> each));
            assertThat(locked).hasSizeGreaterThan(10);
            assertThat(before.prefilled()).hasSizeGreaterThan(locked.size());

            for (JsonNode sent :
                    List.of(
                            JSON.stringNode("篡改"),
                            JSON.numberNode(7),
                            JSON.objectNode(),
                            JSON.arrayNode(),
                            JSON.booleanNode(true))) {
                Map<QuestionId, @Nullable JsonNode> page = new HashMap<>();
                locked.keySet().forEach(question -> page.put(question, sent));
                SaveOutcome outcome =
                        casefile.citizens().save(journey.person(), id, page).orElseThrow();
                assertThat(((SaveOutcome.Saved) outcome).ignored())
                        .containsExactlyInAnyOrderElementsOf(locked.keySet());
            }
            Map<QuestionId, @Nullable JsonNode> emptied = new HashMap<>();
            locked.keySet().forEach(question -> emptied.put(question, null));
            assertThat(casefile.citizens().save(journey.person(), id, emptied)).isPresent();

            Application after = journey.open(id);
            locked.forEach((question, prefilled) -> {
                assertThat(after.answers().get(question)).isEqualTo(prefilled.value());
                assertThat(after.prefilled()).containsEntry(question, prefilled);
            });
            assertThat(after.ignored()).hasSize(5 * locked.size());
        }
    }

    @Test
    void anEditableAnswerIsTheCitizensOnceItIsChanged() {
        try (Casefile casefile = with(new PersonaCertificates())) {
            Journey journey = journey(casefile, "mother-baoding");
            String id = journey.guided().id();
            QuestionId mobile = QuestionId.parse("mother.contact_mobile");
            assertThat(journey.open(id).prefilled()).containsKey(mobile);
            assertThat(
                            casefile.citizens()
                                    .save(
                                            journey.person(),
                                            id,
                                            Map.of(mobile, JSON.stringNode("13900000000"))))
                    .isPresent();
            Application changed = journey.open(id);
            assertThat(changed.answers().get(mobile)).isEqualTo(JSON.stringNode("13900000000"));
            assertThat(changed.prefilled()).doesNotContainKey(mobile);
        }
    }

    @Test
    void aSlowSourceDelaysNobodyAndFillsWhatIsStillUntouched() {
        CountDownLatch late = new CountDownLatch(1);
        PersonaCertificates quick = new PersonaCertificates();
        CertificateSource slow =
                (type, holder, why, patience) -> {
                    if (type.id().equals("delivery-record")) {
                        try {
                            late.await();
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return quick.read(type, holder, why, patience);
                };
        QuestionId weight = QuestionId.parse("newborn.birth_weight");
        QuestionId length = QuestionId.parse("newborn.birth_length");
        try (Casefile casefile = with(slow)) {
            Journey journey = journey(casefile, "unmarried-mother");
            String id = journey.guided().id();
            consent(casefile, journey.person(), id, Duration.ofMillis(300));
            Application early = journey.open(id);
            assertThat(early.reads())
                    .filteredOn(read -> read.type().equals("delivery-record"))
                    .extracting(CertificateRead::state)
                    .containsExactly(State.PENDING);
            assertThat(early.answers().get(weight)).isNull();

            assertThat(
                            casefile.citizens()
                                    .save(
                                            journey.person(),
                                            id,
                                            Map.of(weight, JSON.numberNode(2999))))
                    .isPresent();
            late.countDown();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> journey.open(id).answers().get(length) != null);
            Application filled = journey.open(id);
            assertThat(filled.answers().get(weight)).isEqualTo(JSON.numberNode(2999));
            assertThat(filled.prefilled()).containsKey(length).doesNotContainKey(weight);
        }
    }

    @Test
    void whatFailsIsAskedAndTheRestIsThere() {
        try (Simulated simulated = new Simulated()) {
            simulated.fault("household-booklet", "error", 0);
            simulated.fault("marriage-certificate", "garbage", 0);
            simulated.fault("delivery-record", "foreign", 0);
            try (Casefile casefile = with(simulated.certificates())) {
                Journey journey = journey(casefile, "mother-baoding");
                String id = journey.guided().id();
                consent(casefile, journey.person(), id, Duration.ofSeconds(20));
                Map<String, State> states =
                        journey.open(id).reads().stream()
                                .collect(
                                        Collectors.toMap(
                                                CertificateRead::type, CertificateRead::state));
                assertThat(states)
                        .containsEntry("household-booklet", State.FAILED)
                        .containsEntry("marriage-certificate", State.FAILED)
                        .containsEntry("delivery-record", State.FAILED)
                        .containsEntry("identity-card", State.FOUND);
                assertThat(journey.open(id).answers().get(QuestionId.parse("newborn.birth_weight")))
                        .isNull();
            }
        }
    }

    @Test
    void withoutConsentNothingIsRead() {
        CertificateSource nobody =
                (_, _, _, _) -> {
                    throw new AssertionError("read without consent");
                };
        try (Casefile casefile = with(nobody)) {
            Journey journey = journey(casefile, "father-applying");
            String id = journey.guided().id();
            assertThat(
                            casefile.citizens()
                                    .consent(journey.person(), id, false, Duration.ofSeconds(1)))
                    .isPresent();
            assertThat(world.stores().audit().of(id)).isEmpty();
            assertThat(journey.open(id).reads()).isEmpty();
            // Who they are is known from the login, and cannot be changed either.
            assertThat(journey.open(id).answers().get(QuestionId.parse("father.person_idNo")))
                    .isEqualTo(JSON.stringNode(journey.person().idNo()));
        }
    }

    /// A consent is for what was shown: whoever applies as somebody else is asked again.
    @Test
    void anotherWayThroughTheGuideForgetsWhatWasRead() {
        try (Casefile casefile = with(new PersonaCertificates())) {
            Journey journey = journey(casefile, "mother-baoding");
            String id = journey.guided().id();
            consent(casefile, journey.person(), id, Duration.ofSeconds(20));
            assertThat(journey.open(id).certificates()).isNotEmpty();
            assertThat(casefile.citizens().answerGuide(journey.person(), id, "household", "father"))
                    .isPresent();
            Application changed = journey.open(id);
            assertThat(changed.consent()).isNull();
            assertThat(changed.certificates()).isEmpty();
            assertThat(changed.reads()).isEmpty();
            assertThat(changed.prefilled()).isEmpty();
        }
    }

    @Test
    void anotherPersonsDraftIsNotThere() {
        try (Casefile casefile = with(new PersonaCertificates())) {
            Journey journey = journey(casefile, "mother-baoding");
            String id = journey.guided().id();
            Person other = new Person("别人", "130602199001010010", "13800000099");
            var citizens = casefile.citizens();
            assertThat(citizens.open(other, id)).isEmpty();
            assertThat(citizens.answerGuide(other, id, "parents", "married")).isEmpty();
            assertThat(citizens.consentRequest(other, id)).isEmpty();
            assertThat(citizens.consent(other, id, true, Duration.ZERO)).isEmpty();
            assertThat(citizens.save(other, id, Map.of())).isEmpty();
            assertThat(citizens.submit(other, id)).isEmpty();
            assertThat(citizens.mine(other)).isEmpty();
        }
    }
}
