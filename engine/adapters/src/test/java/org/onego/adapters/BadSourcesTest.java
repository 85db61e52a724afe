package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onego.adapters.certificates.CertificateSources;
import org.onego.adapters.certificates.SourceSettings;
import org.onego.adapters.certificates.SourceSettings.Style;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.Packages;
import org.onego.adapters.fixture.Simulated;
import org.onego.adapters.fixture.World;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.Casefile;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.handover.DepartmentGateway;
import org.onego.casefile.submit.MissingMaterials;

/// Whatever a source does, the way goes on: what it should have answered is asked by hand, the
/// upload is asked for with the reason, and everything else is there.
class BadSourcesTest {

    private static final QuestionId SPOUSES_ID = QuestionId.parse("father.person_idNo");
    private static final QuestionId NUMBER = QuestionId.parse("mother.marriage_certificateNumber");

    @TempDir static Path folder;
    private static World first;
    private static Simulated simulated;
    private World world;

    @BeforeAll
    static void start() {
        first = new World(folder);
        simulated = new Simulated();
    }

    @AfterAll
    static void stop() {
        simulated.close();
        first.close();
    }

    @BeforeEach
    void begin() {
        world = first.anew();
    }

    @AfterEach
    void recover() {
        simulated.recover();
    }

    private static CertificateSources sources(Style style) {
        SourceSettings usual = simulated.source(style);
        return simulated.certificates(
                simulated.source(
                        style,
                        "demo",
                        usual.typeCodes(),
                        new SourceSettings.Limits(
                                Duration.ofSeconds(2), 0, null, Duration.ofMinutes(5))));
    }

    @ParameterizedTest
    @CsvSource({
        "NATIONAL, timeout, TIMEOUT",
        "NATIONAL, garbage, MALFORMED",
        "NATIONAL, error, UNAVAILABLE",
        "NATIONAL, foreign, ANOTHERS",
        "NATIONAL, expired, EXPIRED",
        "NATIONAL, revoked, REVOKED",
        "NATIONAL, forged, FORGED",
        "NATIONAL, big, TOO_LARGE",
        "NATIONAL, denied, REFUSED",
        "PROVINCIAL, timeout, TIMEOUT",
        "PROVINCIAL, garbage, MALFORMED",
        "PROVINCIAL, foreign, ANOTHERS",
        "PROVINCIAL, expired, EXPIRED",
        "PROVINCIAL, revoked, REVOKED",
        "PROVINCIAL, forged, FORGED",
        "PROVINCIAL, big, TOO_LARGE"
    })
    void whatCannotBeReadIsAskedByHandAndUploadedWithTheReason(
            Style style, String mode, NoCertificate reason) {
        simulated.fault("marriage-certificate", mode, 0);
        try (Casefile casefile = casefile(style)) {
            Journey journey = new Journey(casefile.citizens(), "mother-baoding");
            String id = consented(casefile, journey);
            Application draft = journey.open(id);
            CertificateRead read = read(draft, "marriage-certificate");
            assertThat(read.reason()).isEqualTo(reason);
            assertThat(read.state())
                    .isEqualTo(
                            reason.isFailure()
                                    ? CertificateRead.State.FAILED
                                    : CertificateRead.State.NOT_FOUND);
            assertThat(draft.answers().get(NUMBER)).as("asked by hand").isNull();
            assertThat(read(draft, "identity-card").state()).isEqualTo(CertificateRead.State.FOUND);

            MergedMaterial paper = material(journey, draft, "marriage-certificate");
            assertThat(MissingMaterials.of(Packages.NEWBORN, journey.form(id), draft))
                    .contains(paper);
            assertThat(MissingMaterials.reason("marriage-certificate", paper, draft))
                    .isEqualTo(Optional.of(reason));
        }
    }

    /// An attribute of the wrong type answers nothing, and neither does an id number that lacks a
    /// digit; the certificate is there all the same.
    @ParameterizedTest
    @CsvSource({
        "NATIONAL, mistyped",
        "NATIONAL, shortened",
        "PROVINCIAL, mistyped",
        "PROVINCIAL, shortened"
    })
    void whatIsWrongInACertificateIsAskedByHand(Style style, String mode) {
        simulated.fault("marriage-certificate", mode, 0);
        simulated.fault("marriage-registration", mode, 0);
        simulated.fault("birth-registration", mode, 0);
        try (Casefile casefile = casefile(style)) {
            Journey journey = new Journey(casefile.citizens(), "mother-baoding");
            Application draft = journey.open(consented(casefile, journey));
            assertThat(read(draft, "marriage-certificate").state())
                    .isEqualTo(CertificateRead.State.FOUND);
            assertThat(draft.answers().get(SPOUSES_ID)).isNull();
            if (mode.equals("shortened")) {
                assertThat(draft.prefilled()).containsKey(NUMBER);
            } else {
                assertThat(draft.answers().get(NUMBER)).isNull();
            }
        }
    }

    private Casefile casefile(Style style) {
        return world.casefile(
                world.processes(),
                sources(style),
                (_, _, _) -> new DepartmentGateway.Receipt.Acknowledged());
    }

    private static String consented(Casefile casefile, Journey journey) {
        String id = journey.guided().id();
        assertThat(casefile.citizens().consent(journey.person(), id, true, Duration.ofSeconds(20)))
                .isPresent();
        assertThat(journey.open(id).reads())
                .extracting(CertificateRead::state)
                .doesNotContain(CertificateRead.State.PENDING);
        return id;
    }

    private static CertificateRead read(Application draft, String type) {
        return draft.reads().stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static MergedMaterial material(Journey journey, Application draft, String type) {
        return Packages.NEWBORN.materials(journey.form(draft.id()), draft.answers()).stream()
                .filter(each -> Objects.equals(each.supply(), new Supply.Certificate(type)))
                .findFirst()
                .orElseThrow();
    }
}
