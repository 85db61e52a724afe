package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.World;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.Persona;
import org.onego.casefile.Casefile;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.Authorisation.State;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.Person;
import org.onego.casefile.audit.AuditEvent;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.audit.AuditRecord.Basis;
import org.onego.casefile.consent.AuthorisationOutcome;
import org.onego.casefile.consent.AuthorisationOutcome.Is;
import org.onego.casefile.consent.Offer;
import tools.jackson.databind.node.JsonNodeFactory;

/// Another adult's certificates are read when that adult has agreed, and not otherwise.
class AuthorisationTest {

    private static final QuestionId HOUSEHOLD = QuestionId.parse("father.household_number");
    private static final Person STRANGER = new Person("别人", "130602199001010010", "13800000099");

    @TempDir static Path folder;
    private static World first;
    private World world;
    private Casefile casefile;
    private Journey mother;
    private Person father;
    private String id;

    @BeforeAll
    static void start() {
        first = new World(folder);
    }

    @AfterAll
    static void stop() {
        first.close();
    }

    /// The child joins the father's household: what stands in his booklet is asked.
    @BeforeEach
    void begin() {
        world = first.anew();
        casefile = world.casefile(world.processes());
        mother = new Journey(casefile.citizens(), "mother-baoding");
        Persona.Person spouse = mother.persona().family().getFirst();
        father = new Person(spouse.name(), spouse.idNo(), spouse.mobile());
        id = mother.guided(Map.of("household", "father")).id();
        assertThat(casefile.citizens().consent(mother.person(), id, true, Duration.ofSeconds(20)))
                .isPresent();
    }

    @AfterEach
    void end() {
        casefile.close();
    }

    private Offer offer() {
        return casefile.citizens().offers(mother.person(), id).orElseThrow().stream()
                .filter(each -> each.decider().equals("father"))
                .findFirst()
                .orElseThrow();
    }

    private Authorisation ask() {
        return is(
                casefile.citizens()
                        .askForAuthorisation(mother.person(), id, "father")
                        .orElseThrow());
    }

    private Authorisation decide(Authorisation asked, boolean granted) {
        return is(casefile.authorisations().decide(father, asked.id(), granted).orElseThrow());
    }

    private static Authorisation is(AuthorisationOutcome outcome) {
        assertThat(outcome).isInstanceOf(Is.class);
        return ((Is) outcome).authorisation();
    }

    private Application read() {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        mother.open(id).reads().stream()
                                .noneMatch(each -> each.state() == CertificateRead.State.PENDING));
        return mother.open(id);
    }

    private List<AuditEvent.Kind> events() {
        return world.stores().audit().events(id).stream().map(AuditEvent::kind).toList();
    }

    @Test
    void nothingOfTheFathersIsReadBeforeHeAgrees() {
        assertThat(world.stores().audit().of(id))
                .extracting(AuditRecord::holderIdNo)
                .containsOnly(mother.person().idNo());
        assertThat(mother.open(id).answers().get(HOUSEHOLD)).isNull();
        Offer offer = offer();
        assertThat(offer.answers()).contains(HOUSEHOLD);
        assertThat(offer.reads()).extracting(Consent.Read::holder).containsOnly("father");
        ask();
        assertThat(world.stores().audit().of(id))
                .extracting(AuditRecord::holderIdNo)
                .doesNotContain(father.idNo());
    }

    @Test
    void withHisLeaveExactlyWhatWasListedIsReadAndRecorded() {
        Authorisation asked = ask();
        Authorisation granted = decide(asked, true);
        assertThat(granted.state()).isEqualTo(State.GRANTED);
        Application draft = read();

        assertThat(draft.prefilled()).containsKey(HOUSEHOLD);
        List<AuditRecord> his =
                world.stores().audit().of(id).stream()
                        .filter(each -> each.holderIdNo().equals(father.idNo()))
                        .toList();
        assertThat(his)
                .extracting(AuditRecord::certificateType)
                .hasSameElementsAs(asked.reads().stream().map(Consent.Read::type).toList());
        assertThat(his)
                .allSatisfy(each -> {
                    assertThat(each.basis()).isEqualTo(Basis.AUTHORISATION);
                    assertThat(each.agreedBy()).isEqualTo(father.idNo());
                    assertThat(each.authorisation()).isEqualTo(asked.id());
                });
        assertThat(casefile.citizens().readsOf(father)).containsExactlyInAnyOrderElementsOf(his);
        assertThat(casefile.citizens().readsOf(STRANGER)).isEmpty();
        assertThat(casefile.authorisations().asked(father)).hasSize(1);
        assertThat(events())
                .containsExactlyInAnyOrder(
                        AuditEvent.Kind.CONSENT_GRANTED,
                        AuditEvent.Kind.AUTHORISATION_ASKED,
                        AuditEvent.Kind.AUTHORISATION_GRANTED);
        assertThat(world.stores().audit().events(id))
                .extracting(AuditEvent::wording)
                .containsOnly(Consent.WORDING);
    }

    @Test
    void theLinkIsOfNoUseToAnybodyElse() {
        Authorisation asked = ask();
        for (Person other : List.of(STRANGER, mother.person())) {
            assertThat(casefile.authorisations().open(other, asked.id()))
                    .contains(new AuthorisationOutcome.NotYours());
            assertThat(casefile.authorisations().decide(other, asked.id(), true))
                    .contains(new AuthorisationOutcome.NotYours());
        }
        assertThat(casefile.authorisations().open(father, "invented")).isEmpty();
        assertThat(mother.open(id).evidence().authorisations())
                .extracting(Authorisation::state)
                .containsExactly(State.ASKED);
        assertThat(casefile.citizens().askForAuthorisation(STRANGER, id, "father")).isEmpty();
        assertThat(casefile.citizens().askForAuthorisation(mother.person(), id, "newborn"))
                .contains(new AuthorisationOutcome.NotPossible());
    }

    @Test
    void askingAgainKeepsTheLinkAndARefusalChangesNothing() {
        Authorisation asked = ask();
        assertThat(ask().id()).isEqualTo(asked.id());
        assertThat(decide(asked, false).state()).isEqualTo(State.REFUSED);
        assertThat(mother.open(id).reads())
                .extracting(CertificateRead::holder)
                .doesNotContain("father");
        // What was refused cannot be turned by the same link.
        assertThat(decide(asked, true).state()).isEqualTo(State.REFUSED);
        Authorisation again = ask();
        assertThat(again.id()).isNotEqualTo(asked.id());
        assertThat(events()).contains(AuditEvent.Kind.AUTHORISATION_REFUSED);
    }

    @Test
    void aRemindersComesOnceInAWhile() {
        Authorisation asked = ask();
        assertThat(casefile.citizens().remind(mother.person(), id, asked.id()))
                .get()
                .isInstanceOf(Is.class);
        assertThat(casefile.citizens().remind(mother.person(), id, asked.id()))
                .contains(new AuthorisationOutcome.TooSoon());
    }

    @Test
    void anUnansweredLinkExpires() {
        Authorisation asked = ask();
        try (Casefile later =
                world.laterCasefile(Authorisation.ANSWER_WITHIN, World.NO_DEPARTMENTS)) {
            assertThat(
                            is(later.authorisations()
                                            .decide(father, asked.id(), true)
                                            .orElseThrow())
                                    .state())
                    .isEqualTo(State.ASKED);
            assertThat(later.citizens().offers(mother.person(), id).orElseThrow())
                    .filteredOn(each -> each.decider().equals("father"))
                    .singleElement()
                    .satisfies(each ->
                            assertThat(Objects.requireNonNull(each.asked()).id())
                                    .isEqualTo(asked.id()));
        }
    }

    @Test
    void whoeverTakesItBackTakesWhatWasReadWithIt() {
        QuestionId typed = QuestionId.parse("father.contact_mobile");
        for (boolean byFather : List.of(true, false)) {
            Authorisation asked = ask();
            decide(asked, true);
            assertThat(read().prefilled()).containsKey(HOUSEHOLD);
            assertThat(
                            casefile.citizens()
                                    .save(
                                            mother.person(),
                                            id,
                                            Map.of(
                                                    typed,
                                                    JsonNodeFactory.instance.stringNode(
                                                            "13900000000"))))
                    .isPresent();
            if (byFather) {
                assertThat(decide(asked, false).state()).isEqualTo(State.WITHDRAWN);
            } else {
                assertThat(casefile.citizens().cancelAuthorisation(mother.person(), id, asked.id()))
                        .get()
                        .isInstanceOf(Is.class);
            }
            Application draft = mother.open(id);
            assertThat(draft.answers().get(HOUSEHOLD)).isNull();
            assertThat(draft.prefilled()).doesNotContainKey(HOUSEHOLD);
            assertThat(draft.certificates())
                    .noneMatch(each -> each.holderIdNo().equals(father.idNo()));
            assertThat(draft.reads()).noneMatch(each -> each.holder().equals("father"));
            // The marriage registration of the mother speaks of him too, and that she may use.
            assertThat(draft.prefilled()).containsKey(QuestionId.parse("father.person_name"));
            assertThat(draft.answers().get(typed))
                    .isEqualTo(JsonNodeFactory.instance.stringNode("13900000000"));
        }
    }

    @Test
    void whatTheApplicantTakesBackIsForgottenAndTheOthersLeaveStays() {
        decide(ask(), true);
        assertThat(read().prefilled()).containsKey(HOUSEHOLD);
        assertThat(casefile.citizens().consent(mother.person(), id, false, Duration.ZERO))
                .isPresent();
        Application draft = mother.open(id);
        assertThat(draft.reads()).extracting(CertificateRead::holder).containsOnly("father");
        assertThat(draft.prefilled()).containsKey(HOUSEHOLD);
        assertThat(draft.prefilled().keySet())
                .noneMatch(question -> question.subject().equals("newborn"));
        assertThat(events()).contains(AuditEvent.Kind.CONSENT_WITHDRAWN);
        // Who she is, the host has said.
        assertThat(draft.answers().get(QuestionId.parse("mother.person_idNo"))).isNotNull();
    }
}
