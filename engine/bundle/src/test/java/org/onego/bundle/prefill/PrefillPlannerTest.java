package org.onego.bundle.prefill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onego.bundle.prefill.Forms.all;
import static org.onego.bundle.prefill.Forms.bundle;
import static org.onego.bundle.prefill.Forms.form;
import static org.onego.bundle.prefill.Forms.id;
import static org.onego.bundle.prefill.Forms.question;
import static org.onego.bundle.prefill.Forms.subject;
import static org.onego.bundle.prefill.Forms.type;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlan.Expected;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.PrefillPlan.OpenReason;

class PrefillPlannerTest {

    private static final CertificateType PROFILE =
            type("host-profile")
                    .register()
                    .answers("person.name", "holder")
                    .answers("contact.mobile", "holder")
                    .build();
    private static final CertificateType CARD =
            type("identity-card")
                    .answers("person.name", "holder")
                    .answers("person.sex", "holder")
                    .answers("person.idNo", "holder")
                    .answers("address", "contact.address", "holder", Edit.EDITABLE, null)
                    .build();
    private static final CertificateType BOOKLET =
            type("household-booklet").answers("contact.address", "holder").build();
    private static final CertificateType MARRIAGE =
            type("marriage-certificate")
                    .identifies("spouse")
                    .answers("marriage.number", "holder")
                    .answers("person.name", "spouse")
                    .answers("person.idNo", "spouse")
                    .build();
    private static final CertificateType DELIVERY =
            type("delivery-record").mentions("child").answers("birth.time", "child").build();

    private static final CompiledBundle BUNDLE =
            bundle(
                    List.of(
                            subject("mother", Map.of("spouse", "father", "child", "newborn")),
                            subject("father", Map.of("spouse", "mother", "child", "newborn")),
                            subject("newborn", Map.of())),
                    List.of(PROFILE, CARD, BOOKLET, MARRIAGE, DELIVERY));

    private static final List<String> MOTHER_APPLIES = List.of("mother", "father", "newborn");
    private static final List<String> FATHER_APPLIES = List.of("father", "mother", "newborn");

    @Test
    void wavesGoOutwardFromTheApplicant() {
        MergedForm form =
                form(
                        MOTHER_APPLIES,
                        List.of(
                                question("mother", "contact.mobile"),
                                question("mother", "person.sex"),
                                question("father", "person.name"),
                                question("father", "person.sex"),
                                question("newborn", "birth.time")));
        PrefillPlan plan = PrefillPlanner.plan(BUNDLE, form, all(form), Set.of("father"));
        assertThat(shown(plan))
                .containsExactly(
                        "host-profile of mother",
                        "identity-card of mother, marriage-certificate of mother,"
                                + " delivery-record of mother",
                        "identity-card of father");
        assertThat(plan.open()).isEmpty();
    }

    @Test
    void aFathersRelationsAreHisOwn() {
        MergedForm form =
                form(
                        FATHER_APPLIES,
                        List.of(
                                question("mother", "person.name"),
                                question("newborn", "birth.time")));
        PrefillPlan plan = PrefillPlanner.plan(BUNDLE, form, all(form), Set.of());
        assertThat(shown(plan))
                .containsExactly("marriage-certificate of father, delivery-record of father");
        assertThat(plan.lookups().getFirst().about()).isEqualTo(Map.of("spouse", "mother"));
    }

    @Test
    void whatNobodyNeedsIsNotLookedUp() {
        MergedForm form = form(MOTHER_APPLIES, List.of(question("mother", "contact.mobile")));
        assertThat(shown(PrefillPlanner.plan(BUNDLE, form, all(form), Set.of("father"))))
                .containsExactly("host-profile of mother");
        assertThat(PrefillPlanner.plan(BUNDLE, form, Set.of(), Set.of("father")).waves()).isEmpty();
    }

    @Test
    void anotherPersonsCertificateNeedsThatPersonsAuthorisation() {
        MergedForm form =
                form(
                        MOTHER_APPLIES,
                        List.of(
                                question("father", "person.name"),
                                question("father", "person.sex")));
        PrefillPlan plan = PrefillPlanner.plan(BUNDLE, form, all(form), Set.of());
        assertThat(shown(plan)).containsExactly("marriage-certificate of mother");
        assertThat(plan.open())
                .containsOnly(
                        Map.entry(id("father", "person.sex"), OpenReason.NEEDS_AUTHORISATION));
    }

    @Test
    void anOpenQuestionSaysWhy() {
        MergedForm form =
                form(
                        MOTHER_APPLIES,
                        List.of(
                                question("newborn", "person.name"),
                                question("newborn", "person.sex"),
                                question("newborn", "birth.weight")));
        assertThat(PrefillPlanner.plan(BUNDLE, form, all(form), Set.of("newborn")).open())
                .containsOnly(
                        Map.entry(id("newborn", "person.name"), OpenReason.HOLDER_UNKNOWN),
                        Map.entry(id("newborn", "person.sex"), OpenReason.HOLDER_UNKNOWN),
                        Map.entry(id("newborn", "birth.weight"), OpenReason.NO_SOURCE));
    }

    @Test
    void anIdNumberThatWasTypedIdentifies() {
        MergedForm form =
                form(
                        MOTHER_APPLIES,
                        List.of(
                                question("father", "person.idNo"),
                                question("father", "person.sex")));
        PrefillPlan plan =
                PrefillPlanner.plan(
                        BUNDLE, form, Set.of(id("father", "person.sex")), Set.of("father"));
        assertThat(shown(plan)).containsExactly("identity-card of father");
    }

    @Test
    void aLockedAnswerComesBeforeAnEditableOne() {
        MergedForm form =
                form(
                        MOTHER_APPLIES,
                        List.of(
                                question("mother", "person.sex"),
                                question("mother", "contact.address")));
        PrefillPlan plan =
                PrefillPlanner.plan(
                        BUNDLE,
                        form,
                        PrefillRequest.of(form, all(form), Set.of())
                                .withMaterials(List.of(material("household-booklet", "mother"))));
        assertThat(answers(plan, "identity-card")).containsExactly(id("mother", "person.sex"));
        assertThat(answers(plan, "household-booklet"))
                .containsExactly(id("mother", "contact.address"));
    }

    @Test
    void aCertificateThatReplacesAMaterialIsNeeded() {
        MergedForm form = form(MOTHER_APPLIES, List.of(question("mother", "contact.mobile")));
        PrefillPlan plan =
                PrefillPlanner.plan(
                        BUNDLE,
                        form,
                        PrefillRequest.of(form, all(form), Set.of("father"))
                                .withMaterials(
                                        List.of(
                                                material("identity-card", "father"),
                                                material("identity-card", "newborn"))));
        assertThat(shown(plan))
                .containsExactly(
                        "host-profile of mother",
                        "marriage-certificate of mother",
                        "identity-card of father");
        assertThat(plan.lookups().getLast().materials()).containsExactly("m-identity-card");
    }

    @Test
    void afterAFailureAnotherSourceAnswers() {
        MergedForm form =
                form(
                        MOTHER_APPLIES,
                        List.of(
                                question("mother", "person.sex"),
                                question("mother", "contact.address")));
        PrefillRequest first = PrefillRequest.of(form, all(form), Set.of());
        assertThat(shown(PrefillPlanner.plan(BUNDLE, form, first)))
                .containsExactly("identity-card of mother");
        PrefillPlan second =
                PrefillPlanner.plan(
                        BUNDLE,
                        form,
                        first.withUnavailable(
                                Set.of(new CertificateOf("identity-card", "mother"))));
        assertThat(shown(second)).containsExactly("household-booklet of mother");
        assertThat(second.open())
                .containsOnly(Map.entry(id("mother", "person.sex"), OpenReason.NO_SOURCE));
    }

    private static MergedMaterial material(String type, String subject) {
        return new MergedMaterial(
                "m-" + type,
                Text.of(type),
                subject,
                true,
                List.of("item"),
                new Supply.Certificate(type));
    }

    private static Set<QuestionId> answers(PrefillPlan plan, String type) {
        Set<QuestionId> answered = new HashSet<>();
        for (Lookup lookup : plan.lookups()) {
            if (lookup.type().id().equals(type)) {
                lookup.answers().stream().map(Expected::question).forEach(answered::add);
            }
        }
        return answered;
    }

    private static List<String> shown(PrefillPlan plan) {
        return plan.waves().stream()
                .map(wave ->
                        String.join(
                                ", ",
                                wave.lookups().stream()
                                        .map(lookup ->
                                                lookup.type().id() + " of " + lookup.holder())
                                        .toList()))
                .toList();
    }
}
