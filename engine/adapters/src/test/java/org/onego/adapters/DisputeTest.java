package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.PersonaCertificates;
import org.onego.adapters.fixture.World;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.Casefile;
import org.onego.casefile.answers.DraftOutcome;
import org.onego.casefile.answers.SaveOutcome;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.application.Person;
import org.onego.casefile.audit.AuditEvent;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.AuthorisationOutcome.Is;
import org.onego.casefile.consent.CertificateSource.Reading;
import org.onego.casefile.provenance.AnswerOrigin;
import org.onego.casefile.provenance.DisputeOutcome;
import org.onego.casefile.provenance.IssuerTask;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.submit.SubmitOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Certificates that disagree, and certificates that the citizen says are wrong (纠错).
class DisputeTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// From the delivery record, whose type says `stop`; of the items only the vaccination asks it.
    private static final QuestionId FIRST_DOSE = QuestionId.parse("newborn.vaccination_hepB1Date");

    private static final QuestionId WEIGHT = QuestionId.parse("newborn.birth_weight");

    /// From the identity card, whose type says nothing: the item goes on.
    private static final QuestionId ETHNIC = QuestionId.parse("mother.person_ethnic");

    private static final QuestionId EDUCATION = QuestionId.parse("mother.person_education");

    @TempDir static Path folder;
    private static World first;
    private World world;
    private Casefile casefile;

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
        casefile = world.casefile(world.processes());
    }

    @AfterEach
    void end() {
        casefile.close();
    }

    private Journey filledIn() {
        Journey mother = new Journey(casefile.citizens(), "mother-baoding");
        mother.fillIn();
        return mother;
    }

    private String draft(Journey journey) {
        return casefile.citizens().begin(journey.person(), "newborn").orElseThrow().id();
    }

    private DisputeOutcome state(Journey journey, String id, QuestionId question, JsonNode value) {
        return casefile.citizens()
                .dispute(journey.person(), id, question, value, "住院记录写错了")
                .orElseThrow();
    }

    @Test
    void whatIsStatedTakesThePlaceOfWhatIsPrintedAndOnlyStatingChangesIt() {
        Journey mother = filledIn();
        String id = draft(mother);
        JsonNode printed = Objects.requireNonNull(mother.open(id).answers().get(WEIGHT));
        assertThat(state(mother, id, WEIGHT, JSON.numberNode(99_999)))
                .isInstanceOf(DisputeOutcome.Wrong.class);
        assertThat(state(mother, id, WEIGHT, JSON.numberNode(3100)))
                .isInstanceOf(DisputeOutcome.Stated.class);
        Application disputed = mother.open(id);
        assertThat(disputed.answers().get(WEIGHT)).isEqualTo(JSON.numberNode(3100));
        assertThat(Objects.requireNonNull(disputed.evidence().disputes().get(WEIGHT)).printed())
                .satisfies(said -> assertThat(said.value()).isEqualTo(printed));

        Map<QuestionId, @Nullable JsonNode> page = new HashMap<>();
        page.put(WEIGHT, JSON.numberNode(2000));
        SaveOutcome saved = casefile.citizens().save(mother.person(), id, page).orElseThrow();
        assertThat(((SaveOutcome.Saved) saved).ignored()).containsExactly(WEIGHT);
        assertThat(mother.open(id).answers().get(WEIGHT)).isEqualTo(JSON.numberNode(3100));

        assertThat(casefile.citizens().takeBackDispute(mother.person(), id, WEIGHT))
                .get()
                .isInstanceOf(DisputeOutcome.Stated.class);
        assertThat(mother.open(id).answers().get(WEIGHT)).isEqualTo(printed);
        assertThat(mother.open(id).prefilled()).containsKey(WEIGHT);
    }

    @Test
    void whoIsLoggedInIsNotToBeDisputedHere() {
        Journey mother = filledIn();
        String id = draft(mother);
        assertThat(
                        state(
                                mother,
                                id,
                                QuestionId.parse("mother.person_idNo"),
                                JSON.stringNode("130602199001010010")))
                .isInstanceOf(DisputeOutcome.NotDisputable.class);
        Person other = new Person("别人", "130602199001010010", "13800000099");
        assertThat(casefile.citizens().dispute(other, id, WEIGHT, JSON.numberNode(1), null))
                .isEmpty();
    }

    /// A flagged answer goes on at once, and the clerk sees both values.
    @Test
    void aFlaggedItemGoesOnWithWhatIsStated() {
        Journey mother = filledIn();
        String id = draft(mother);
        state(mother, id, ETHNIC, JSON.stringNode("11"));
        Application submitted = submit(mother, id);
        CaseRecord birth = caseOf(submitted, "birth-certificate");
        assertThat(birth.state()).isEqualTo(CaseState.HANDED_OVER);
        AnswerOrigin origin = origin(view(birth), ETHNIC);
        assertThat(Objects.requireNonNull(origin.dispute()).stated())
                .isEqualTo(JSON.stringNode("11"));
        assertThat(view(birth).document().at(origin.pointer())).isEqualTo(JSON.stringNode("11"));

        decide("police", ETHNIC, false);
        AnswerOrigin upheld = origin(view(birth), ETHNIC);
        Dispute answered = Objects.requireNonNull(upheld.dispute());
        assertThat(answered.state()).isEqualTo(Dispute.State.UPHELD);
        assertThat(view(birth).document().at(upheld.pointer()))
                .isEqualTo(answered.printed().value());
    }

    /// The item waits for the issuer, the others don't.
    @Test
    void aStoppedItemIsHandedOverWhenTheIssuerHasAnswered() {
        for (boolean corrected : List.of(true, false)) {
            Journey mother = filledIn();
            String id = draft(mother);
            JsonNode printed = Objects.requireNonNull(mother.open(id).answers().get(FIRST_DOSE));
            JsonNode stated = JSON.stringNode("2026-10-09");
            state(mother, id, FIRST_DOSE, stated);
            Application submitted = submit(mother, id);
            Journey.handle(casefile.desk(), caseOf(submitted, "birth-certificate"));
            Application waiting = mother.open(id);
            assertThat(caseOf(waiting, "vaccination").state()).isEqualTo(CaseState.WAITING);
            assertThat(waiting.evidence().held()).containsExactly("vaccination");
            assertThat(caseOf(waiting, "household-registration").state())
                    .isEqualTo(CaseState.HANDED_OVER);

            decide("health", FIRST_DOSE, corrected);
            Application released = mother.open(id);
            assertThat(caseOf(released, "vaccination").state()).isEqualTo(CaseState.HANDED_OVER);
            assertThat(released.evidence().held()).isEmpty();
            assertThat(released.answers().get(FIRST_DOSE)).isEqualTo(corrected ? stated : printed);
            assertThat(released.prefilled().containsKey(FIRST_DOSE)).isEqualTo(!corrected);
        }
    }

    @Test
    void nobodyButTheIssuerDecides() {
        Journey mother = filledIn();
        String id = draft(mother);
        state(mother, id, FIRST_DOSE, JSON.stringNode("2026-10-09"));
        submit(mother, id);
        Clerk police = new Clerk("clerk-police", "办事员", "police");
        assertThat(casefile.issuers().tasks(police)).isEmpty();
        assertThat(casefile.issuers().decide(police, id, FIRST_DOSE, true, null)).contains(false);
        assertThat(Objects.requireNonNull(mother.open(id).evidence().disputes().get(FIRST_DOSE)))
                .matches(Dispute::isOpen);
        assertThat(world.stores().audit().events(id))
                .extracting(AuditEvent::kind)
                .contains(AuditEvent.Kind.DISPUTED)
                .doesNotContain(AuditEvent.Kind.DISPUTE_DECIDED);
    }

    /// The marriage registration says one thing, the household booklet another; nothing says which
    /// is believed.
    @Test
    void whereCertificatesDisagreeTheCitizenChoosesAndTheClerkSeesBoth() {
        casefile.close();
        casefile =
                world.casefile(
                        world.processes(), DisputeTest::otherEducation, World.NO_DEPARTMENTS);
        Journey mother = new Journey(casefile.citizens(), "mother-baoding");
        String id = mother.guided().id();
        assertThat(casefile.citizens().consent(mother.person(), id, true, Duration.ofSeconds(20)))
                .isPresent();
        Application draft = mother.open(id);
        assertThat(draft.evidence().conflict(EDUCATION)).hasSize(2);
        assertThat(draft.answers().get(EDUCATION)).isNull();

        // A typed value is no choice.
        Map<QuestionId, @Nullable JsonNode> page = new HashMap<>();
        page.put(EDUCATION, JSON.stringNode("90"));
        assertThat(
                        ((SaveOutcome.Saved)
                                        casefile.citizens()
                                                .save(mother.person(), id, page)
                                                .orElseThrow())
                                .ignored())
                .containsExactly(EDUCATION);
        assertThat(choose(mother, id, 7).answers().get(EDUCATION)).isNull();
        for (int choice : List.of(0, 1, 0)) {
            assertThat(choose(mother, id, choice).answers().get(EDUCATION))
                    .isEqualTo(draft.evidence().conflict(EDUCATION).get(choice).value());
        }
        mother.typeIn(id);
        mother.attachMissing(id);
        Application submitted = submit(mother, id);
        AnswerOrigin origin = origin(view(caseOf(submitted, "birth-certificate")), EDUCATION);
        assertThat(origin.others()).hasSize(1);
        assertThat(origin.others().getFirst().value())
                .isEqualTo(draft.evidence().conflict(EDUCATION).get(1).value());
        assertThat(world.stores().audit().events(id))
                .extracting(AuditEvent::kind)
                .contains(AuditEvent.Kind.SOURCE_CHOSEN, AuditEvent.Kind.CHANGE_IGNORED);
    }

    /// The father's card has another address than his booklet, and the booklet is believed.
    @Test
    void aDeclaredPrecedenceDecidesAndTheOtherIsKept() {
        QuestionId address = QuestionId.parse("father.contact_registeredAddress");
        Journey mother = new Journey(casefile.citizens(), "mother-baoding");
        String id = mother.guided(Map.of("household", "father")).id();
        assertThat(casefile.citizens().consent(mother.person(), id, true, Duration.ofSeconds(20)))
                .isPresent();
        authorise(mother, id);
        Application draft = mother.open(id);
        assertThat(Objects.requireNonNull(draft.prefilled().get(address)).provenance())
                .satisfies(
                        from -> assertThat(from.certificateType()).isEqualTo("household-booklet"));
        assertThat(draft.evidence().statements().get(address)).hasSizeGreaterThan(1);
    }

    private static Reading otherEducation(
            CertificateType type, String holder, AuditRecord why, Duration patience) {
        Reading reading = new PersonaCertificates().read(type, holder, why, patience);
        if (reading instanceof Reading.Found(List<Certificate> certificates)
                && type.id().equals("household-booklet")) {
            certificates.forEach(each -> each.attributes().put("education", "高中"));
        }
        return reading;
    }

    private void authorise(Journey applicant, String id) {
        var relative = applicant.persona().family().getFirst();
        Person other = new Person(relative.name(), relative.idNo(), relative.mobile());
        String decider = applicant.persona().id().startsWith("father") ? "mother" : "father";
        Is asked =
                (Is)
                        casefile.citizens()
                                .askForAuthorisation(applicant.person(), id, decider)
                                .orElseThrow();
        assertThat(casefile.authorisations().decide(other, asked.authorisation().id(), true))
                .isPresent();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        applicant.open(id).reads().stream()
                                .noneMatch(each -> each.state() == CertificateRead.State.PENDING));
    }

    private Application choose(Journey journey, String id, int choice) {
        DraftOutcome outcome =
                casefile.citizens()
                        .chooseSource(journey.person(), id, EDUCATION, choice)
                        .orElseThrow();
        return ((DraftOutcome.Changed) outcome).application();
    }

    private Application submit(Journey journey, String id) {
        assertThat(casefile.citizens().submit(journey.person(), id))
                .get()
                .isInstanceOf(SubmitOutcome.Submitted.class);
        return journey.open(id);
    }

    private void decide(String department, QuestionId question, boolean corrected) {
        Clerk issuer = new Clerk("clerk-" + department, "办事员", department);
        IssuerTask task =
                casefile.issuers().tasks(issuer).stream()
                        .filter(each -> each.question().id().equals(question))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        casefile.issuers()
                                .decide(issuer, task.applicationId(), question, corrected, "已核实"))
                .contains(true);
        assertThat(casefile.issuers().tasks(issuer))
                .noneMatch(each -> each.question().id().equals(question));
    }

    private static CaseRecord caseOf(Application application, String item) {
        return application.cases().stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private CaseView view(CaseRecord each) {
        return casefile.desk().open(Journey.clerkFor(each.item()), each.id()).orElseThrow();
    }

    private static AnswerOrigin origin(CaseView view, QuestionId question) {
        return view.origins().stream()
                .filter(each -> each.question().equals(question))
                .findFirst()
                .orElseThrow();
    }
}
