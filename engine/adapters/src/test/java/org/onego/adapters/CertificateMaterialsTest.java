package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.files.GridFsFiles;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.Simulated;
import org.onego.adapters.fixture.World;
import org.onego.casefile.Casefile;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.handover.DepartmentGateway;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.submit.SubmitOutcome;

/// Certificates in place of materials, from the sharing service to the clerk.
class CertificateMaterialsTest {

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

    private Casefile casefile() {
        return world.casefile(
                world.processes(),
                simulated.certificates(),
                (_, _, _) -> new DepartmentGateway.Receipt.Acknowledged());
    }

    /// The files come by themselves, after the page; a test waits for them.
    private static StoredFile fileOf(Journey journey, String id, String type) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> find(journey.open(id), type), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<StoredFile> find(Application application, String type) {
        return application.reads().stream()
                .filter(read -> read.type().equals(type))
                .map(CertificateRead::file)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    @Test
    void theFileIsFetchedMarkedRecordedAndShownToWhoeverAsksForTheMaterial() throws IOException {
        try (Casefile casefile = casefile()) {
            Journey journey = new Journey(casefile.citizens(), "mother-baoding");
            String id = journey.fillIn().id();
            StoredFile marriage = fileOf(journey, id, "marriage-certificate");
            assertThat(marriage.name()).isEqualTo("结婚证.pdf");
            assertThat(marriage.mediaType()).isEqualTo("application/pdf");
            assertThat(world.stores().audit().of(id))
                    .filteredOn(entry -> entry.certificateType().equals("marriage-certificate"))
                    .as("what it says and the certificate itself")
                    .hasSize(2)
                    .extracting(AuditRecord::purpose)
                    .allMatch(purpose -> purpose.contains("新生儿"));
            assertThat(find(journey.open(id), "delivery-record"))
                    .as("a register replaces no material")
                    .isEmpty();

            assertThat(casefile.citizens().submit(journey.person(), id).orElseThrow())
                    .isInstanceOf(SubmitOutcome.Submitted.class);
            CaseRecord birth = caseOf(journey.open(id), "birth-certificate");
            CaseView view =
                    casefile.desk()
                            .open(Journey.clerkFor("birth-certificate"), birth.id())
                            .orElseThrow();
            assertThat(view.materials())
                    .filteredOn(material -> material.code().equals("marriage-certificate"))
                    .singleElement()
                    .satisfies(material -> {
                        assertThat(material.files()).containsExactly(marriage);
                        assertThat(material.certificate()).startsWith("1.2.156.3005.2.");
                    });
            FileContent content =
                    casefile.desk()
                            .file(Journey.clerkFor("birth-certificate"), birth.id(), marriage.id())
                            .orElseThrow();
            try (InputStream bytes = content.bytes();
                    PDDocument document = Loader.loadPDF(bytes.readAllBytes())) {
                assertThat(new PDFTextStripper().getText(document)).contains("仅供办理新生儿出生“一件事”使用");
            }
            // Law 8: another department's item doesn't ask for it.
            CaseRecord card = caseOf(journey.open(id), "social-security-card");
            assertThat(
                            casefile.desk()
                                    .file(
                                            Journey.clerkFor("social-security-card"),
                                            card.id(),
                                            marriage.id()))
                    .isEmpty();
        }
    }

    @Test
    void withoutTheFileTheIdentifierStandsForIt() {
        try (Casefile casefile = casefile()) {
            Journey journey = new Journey(casefile.citizens(), "mother-baoding");
            // The data come first, then the files are denied.
            String id = journey.guided().id();
            simulated.fault("identity-card", "ok", 0);
            assertThat(
                            casefile.citizens()
                                    .consent(journey.person(), id, true, Duration.ofSeconds(20)))
                    .isPresent();
            journey.typeIn(id);
            journey.attachMissing(id);
            assertThat(journey.open(id).reads())
                    .filteredOn(read -> read.state() == CertificateRead.State.FOUND)
                    .allSatisfy(read -> assertThat(read.identifier()).isNotBlank());
        }
    }

    /// What was read for another way through the guide is gone, and its files with it.
    @Test
    void aForgottenCertificateLeavesNoFileBehind() {
        try (Casefile casefile = casefile()) {
            Journey journey = new Journey(casefile.citizens(), "mother-baoding");
            String id = journey.guided().id();
            assertThat(
                            casefile.citizens()
                                    .consent(journey.person(), id, true, Duration.ofSeconds(20)))
                    .isPresent();
            List<StoredFile> files =
                    List.of(
                            fileOf(journey, id, "marriage-certificate"),
                            fileOf(journey, id, "identity-card"));
            GridFsFiles store = new GridFsFiles(world.stores().database());
            assertThat(files).allMatch(file -> store.read(file.id()).isPresent());

            assertThat(casefile.citizens().answerGuide(journey.person(), id, "household", "father"))
                    .isPresent();
            assertThat(journey.open(id).reads()).isEmpty();
            assertThat(files).allMatch(file -> store.read(file.id()).isEmpty());
        }
    }

    private static CaseRecord caseOf(Application application, String item) {
        return application.cases().stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
