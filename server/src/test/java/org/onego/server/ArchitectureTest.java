package org.onego.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The order of the rooms, and the one room in which each library may be used. Imports only point
/// back along the way of the data.
class ArchitectureTest {

    private static final String ROOT = "org.onego.";

    private static final List<String> MODULES =
            List.of("bundle", "casefile", "adapters", "designer", "renderer", "server");

    /// The rooms of the pure engine, in the order in which data passes through them.
    private static final List<String> BUNDLE_ROOMS =
            List.of(
                    "schema",
                    "element",
                    "item",
                    "pack",
                    "guide",
                    "merge",
                    "suggest",
                    "rule",
                    "prefill",
                    "page",
                    "project",
                    "validate",
                    "plan");

    /// The rooms in which an application lives, in the order in which it passes through them.
    private static final List<String> CASEFILE_ROOMS =
            List.of(
                    "application",
                    "deadline",
                    "audit",
                    "answers",
                    "consent",
                    "provenance",
                    "submit",
                    "progress",
                    "correction",
                    "result",
                    "handover",
                    "rating");

    /// Library → the only packages that may import it.
    private static final Map<String, List<String>> LIBRARIES =
            Map.ofEntries(
                    Map.entry("com.networknt..", List.of("bundle.schema..")),
                    Map.entry("org.joni..", List.of("bundle.schema..")),
                    Map.entry("com.ibm.icu..", List.of("bundle.suggest..")),
                    Map.entry("org.apache.lucene..", List.of("bundle.schema.language..")),
                    Map.entry("org.eclipse.elk..", List.of("bundle.plan..")),
                    Map.entry(
                            "org.flowable.bpmn..", List.of("bundle.plan..", "adapters.flowable..")),
                    Map.entry("org.flowable.engine..", List.of("adapters.flowable..")),
                    Map.entry("org.flowable.common..", List.of("adapters.flowable..")),
                    Map.entry("com.mongodb..", List.of("adapters.mongo..", "adapters.files..")),
                    Map.entry("de.bwaldvogel..", List.of("adapters.mongo..")),
                    Map.entry("com.zaxxer..", List.of("adapters.flowable..")),
                    Map.entry("org.graalvm..", List.of("adapters.graaljs..")),
                    Map.entry(
                            "org.bouncycastle..",
                            List.of(
                                    "adapters.certificates..",
                                    "adapters.departments..",
                                    "examples..")),
                    Map.entry("io.github.resilience4j..", List.of("adapters.certificates..")),
                    Map.entry("com.github.benmanes..", List.of("adapters.certificates..")),
                    Map.entry("org.apache.pdfbox..", List.of("adapters.certificates..")),
                    Map.entry("io.micrometer..", List.of("adapters.certificates..", "server..")),
                    Map.entry("com.tyme..", List.of("casefile.deadline..")),
                    Map.entry("org.thymeleaf..", List.of("renderer..")),
                    Map.entry("com.openhtmltopdf..", List.of("renderer.notice..")),
                    Map.entry("com.google.zxing..", List.of("renderer.qr..", "examples.host..")),
                    Map.entry(
                            "org.springframework.security..",
                            List.of("renderer.desk..", "designer..", "server..")));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.onego");

    @Test
    void everyModuleIsSeen() {
        for (String module : MODULES) {
            assertThat(
                            CLASSES.stream()
                                    .anyMatch(each ->
                                            each.getPackageName().startsWith(ROOT + module)))
                    .as("classes of " + module)
                    .isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> roomsOnlyImportFromTheRoomsBeforeThem() {
        return Stream.concat(
                inOrder("bundle.", BUNDLE_ROOMS), inOrder("casefile.", CASEFILE_ROOMS));
    }

    @TestFactory
    Stream<DynamicTest> modulesOnlyImportFromTheModulesBeforeThem() {
        return IntStream.range(0, MODULES.size() - 1)
                .mapToObj(at -> upward(MODULES.get(at), later(MODULES, at, "")));
    }

    @TestFactory
    Stream<DynamicTest> nothingButTheServerImportsAnAdapter() {
        return Stream.of("designer", "renderer")
                .map(module ->
                        check(
                                noClasses()
                                        .that()
                                        .resideInAPackage(ROOT + module + "..")
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAPackage(ROOT + "adapters..")));
    }

    @TestFactory
    Stream<DynamicTest> theEngineKnowsNoFramework() {
        return Stream.of("bundle..", "casefile..")
                .map(room ->
                        check(
                                noClasses()
                                        .that()
                                        .resideInAPackage(ROOT + room)
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage(
                                                "org.springframework..",
                                                "jakarta..",
                                                "org.thymeleaf..")));
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryIsUsedInItsRoomOnly() {
        return LIBRARIES.entrySet().stream()
                .map(entry -> {
                    String[] rooms =
                            entry.getValue().stream()
                                    .map(room -> ROOT + room)
                                    .toArray(String[]::new);
                    return check(
                            noClasses()
                                    .that(not(resideInAnyPackage(rooms)))
                                    .should()
                                    .dependOnClassesThat(resideInAPackage(entry.getKey())));
                });
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked =
                CLASSES.stream()
                        .map(each -> each.getPackage())
                        .distinct()
                        .filter(each -> !each.getName().equals("org.onego"))
                        .filter(each ->
                                each.getClasses().stream()
                                        .anyMatch(
                                                one -> !one.getSimpleName().equals("package-info")))
                        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                        .map(each -> each.getName())
                        .sorted()
                        .toList();
        assertThat(unmarked).as("packages without @NullMarked in package-info.java").isEmpty();
    }

    private static Stream<DynamicTest> inOrder(String module, List<String> rooms) {
        return IntStream.range(0, rooms.size() - 1)
                .mapToObj(at -> upward(module + rooms.get(at), later(rooms, at, module)));
    }

    private static String[] later(List<String> rooms, int at, String prefix) {
        return rooms.stream()
                .skip(at + 1L)
                .map(room -> ROOT + prefix + room + "..")
                .toArray(String[]::new);
    }

    private static DynamicTest upward(String room, String[] later) {
        return check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later));
    }

    private static DynamicTest check(ArchRule rule) {
        ArchRule allowed = rule.allowEmptyShould(true);
        return DynamicTest.dynamicTest(rule.getDescription(), () -> allowed.check(CLASSES));
    }
}
