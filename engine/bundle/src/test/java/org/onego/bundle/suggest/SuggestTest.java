package org.onego.bundle.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.suggest.Suggestion.FieldRef;
import org.onego.bundle.suggest.Suggestion.SameQuestion;

/// Suggestions on whole packages, as staff see them.
class SuggestTest {

    private static final Path PACKAGES =
            Path.of(System.getProperty("onego.root", "../.."), "packages");

    @TempDir private Path folder = Path.of("");

    @Test
    void fieldsThatLookAlikeAreSuggestedWithTheReasonInBothLanguages() throws IOException {
        Suggestions found = Suggest.of(read(""));
        assertThat(found.same())
                .extracting(each -> each.left().pointer() + " " + each.right().pointer())
                .containsExactlyInAnyOrder(
                        "/buyer/mail /owner/dzyx",
                        "/buyer/acquired /owner/transferDate",
                        "/buyer/oldNumber /owner/oldNo");
        SameQuestion mail =
                found.same().stream()
                        .filter(each -> each.left().pointer().toString().equals("/buyer/mail"))
                        .findFirst()
                        .orElseThrow();
        assertThat(mail.reasons().getFirst().text().zh()).isEqualTo("字段名“dzyx”读出来是“邮箱”");
        assertThat(mail.reasons().getFirst().text().en())
                .isEqualTo("The field's name \"dzyx\" reads \"邮箱\"");
        assertThat(SuggestionsText.of(found, Locale.CHINESE))
                .contains("transfer/buyer/mail “邮箱”  =  heating/owner/dzyx “dzyx”");
        assertThat(SuggestionsJson.of(found).at("/same/0/fields/1/item").stringValue())
                .isEqualTo("heating");
    }

    @Test
    void aFieldThatLooksLikeAnElementIsSuggestedUntilTheFormSaysOtherwise() throws IOException {
        assertThat(Suggest.of(read("")).elements())
                .extracting(each -> each.field().pointer() + " " + each.element())
                .contains("/buyer/mail contact.email", "/owner/dzyx contact.email")
                .doesNotContain("/owner/hukou contact.registeredAddress");
    }

    @Test
    void whatIsAcceptedOrRejectedIsNotSuggestedAgain() throws IOException {
        String mail =
                """
                  - %s
                    fields:
                      - {item: transfer, pointer: /buyer/mail}
                      - {item: heating, pointer: /owner/dzyx}
                """;
        for (String decided :
                List.of(
                        "same:\n" + mail.formatted("title: 邮箱"),
                        "notSame:\n" + mail.formatted("source: the heating company's own"))) {
            assertThat(Suggest.of(read(decided)).same())
                    .hasSize(2)
                    .noneMatch(each -> each.left().pointer().toString().equals("/buyer/mail"));
        }
    }

    @Test
    void aRejectionMustNameFieldsAndMustNotContradict() throws IOException {
        String pair =
                "{item: transfer, pointer: /buyer/mail}, {item: heating, pointer: /owner/dzyx}";
        assertThat(
                        errors(
                                "notSame: [{fields: [{item: transfer, pointer: /buyer/mial}, {item: gas, pointer: /a}]}]"))
                .anyMatch(error -> error.contains("'/buyer/mial'"))
                .anyMatch(error -> error.contains("'gas'"));
        assertThat(
                        errors(
                                "same: [{title: 邮箱, fields: [%s]}]\nnotSame: [{fields: [%s]}]"
                                        .formatted(pair, pair)))
                .singleElement()
                .asString()
                .contains("declared the same question");
        assertThat(errors("notSame: [{fields: [{item: transfer, pointer: /buyer/mail}]}]"))
                .hasSize(1);
    }

    @Test
    void aHundredItemsTakeLittleTime() {
        List<Sketch> fields = new ArrayList<>();
        Labelled labelled = new Labelled();
        List<Sketch> known =
                Stream.of("newborn", "catering", "retirement", "benefits")
                        .flatMap(bundle -> labelled.fields(bundle).stream())
                        .toList();
        for (int item = 0; item < 100; item++) {
            for (int i = 0; i < 40; i++) {
                Sketch field = known.get((item * 37 + i) % known.size());
                fields.add(
                        new Sketch(
                                "item" + item,
                                field.pointer(),
                                field.own(),
                                field.about(),
                                field.title(),
                                field.name(),
                                field.kind(),
                                field.codes(),
                                null,
                                field.rejected(),
                                false));
            }
        }
        People people = labelled.people("newborn");
        Suggest suggest = new Suggest(Words.standard());
        long start = System.nanoTime();
        List<SameQuestion> found =
                suggest.same(
                        suggest.read(fields, people),
                        people,
                        new Decided(List.of(), List.of(), fields));
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "Measured: suggestions for 100 items of 40 fields, none declared the same: %d pairs in %d ms%n",
                found.size(), millis);
        assertThat(found).isNotEmpty();
        assertThat(millis).isLessThan(20_000);
    }

    @Test
    void ofWhatThePackagesDeclareTheSameMostIsFoundWithoutIt() {
        int declared = 0;
        int found = 0;
        int others = 0;
        for (String id : List.of("newborn", "catering", "retirement")) {
            CompiledBundle bundle =
                    Objects.requireNonNull(PackageReader.open(PACKAGES).read(id).bundle());
            List<SameQuestion> suggested = Suggest.of(undeclared(bundle)).same();
            int right = 0;
            for (SameQuestion each : suggested) {
                boolean isDeclared =
                        bundle.same().stream()
                                .anyMatch(same ->
                                        Stream.of(each.left(), each.right())
                                                .allMatch(field -> declares(same, field)));
                right += isDeclared ? 1 : 0;
            }
            declared += bundle.same().size();
            found += right;
            others += suggested.size() - right;
            assertThat(Suggest.of(bundle).same())
                    .noneMatch(each ->
                            bundle.same().stream()
                                    .anyMatch(same ->
                                            declares(same, each.left())
                                                    && declares(same, each.right())));
        }
        System.out.printf(
                "Measured: suggestions on the packages without their %d declarations: %d of them found, %d others%n",
                declared, found, others);
    }

    @Test
    void everyReasonIsThereInBothLanguages() throws IOException {
        Properties zh = new Properties();
        Properties en = new Properties();
        zh.load(file("messages.properties"));
        en.load(file("messages_en.properties"));
        assertThat(en.keySet()).isEqualTo(zh.keySet());
        StringBuilder code = new StringBuilder();
        Path room =
                Path.of(System.getProperty("onego.root", "../.."))
                        .resolve("engine/bundle/src/main/java/org/onego/bundle/suggest");
        try (Stream<Path> files = Files.list(room)) {
            for (Path file : files.toList()) {
                code.append(Files.readString(file));
            }
        }
        for (Kind kind : Kind.values()) {
            assertThat(zh.remove(kind.key())).as(kind.key()).isNotNull();
        }
        assertThat(zh.keySet()).allSatisfy(key -> assertThat(code).contains("\"" + key + "\""));
    }

    private static Reader file(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(Suggest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8);
    }

    private static boolean declares(CompiledBundle.Same same, FieldRef field) {
        return same.fields().stream()
                .anyMatch(each ->
                        each.item().equals(field.item()) && each.pointer().equals(field.pointer()));
    }

    private static CompiledBundle undeclared(CompiledBundle bundle) {
        return new CompiledBundle(
                bundle.info(),
                bundle.guide(),
                bundle.subjects(),
                bundle.applicant(),
                bundle.items(),
                bundle.roles(),
                List.of(),
                bundle.notSame(),
                bundle.needs(),
                bundle.certificates(),
                bundle.shared(),
                bundle.pages(),
                bundle.submitText(),
                bundle.dictionary(),
                bundle.personas(),
                bundle.tests());
    }

    private List<String> errors(String more) throws IOException {
        return write(more).findings().stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .toList();
    }

    private CompiledBundle read(String more) throws IOException {
        PackageResult result = write(more);
        assertThat(result.findings()).filteredOn(Finding::isError).isEmpty();
        return Objects.requireNonNull(result.bundle());
    }

    /// Two items about a house that changes hands; `more` is added to `bundle.yaml`.
    private PackageResult write(String more) throws IOException {
        Path root = folder.resolve("packages" + System.nanoTime());
        put(
                root.resolve("elements/contact.yaml"),
                """
                namespace: contact
                elements:
                  email: {title: 电子邮箱, schema: {type: string, format: email}}
                  registeredAddress: {title: 户口本上的地址, schema: {type: string}}
                """);
        put(
                root.resolve("house/package.yaml"),
                """
                id: house
                version: 1.0.0
                title: 二手房
                shortTitle: 二手房
                summary: 买房以后的事。
                region: "130600"
                lead: {name: 自然资源局, code: null}
                """);
        put(
                root.resolve("house/bundle.yaml"),
                """
                subjects:
                  buyer: {title: 买方}
                applicant: [{subject: buyer}]
                items: [{item: transfer}, {item: heating}]
                roles:
                  heating: {owner: buyer}
                %s
                """
                        .formatted(more));
        item(
                root,
                "transfer",
                "buyer",
                """
                "mail": {"title": "邮箱", "type": "string", "format": "email"},
                "acquired": {"title": "过户日期", "type": "string", "format": "date"},
                "oldNumber": {"title": "原不动产权证号", "type": "string"},
                "sellerName": {"title": "卖方姓名", "type": "string"}
                """);
        item(
                root,
                "heating",
                "owner",
                """
                "dzyx": {"title": "dzyx", "type": "string"},
                "transferDate": {"title": "过户的日期", "type": "string", "format": "date"},
                "oldNo": {"title": "原不动产权证书号", "type": "string"},
                "heatingFrom": {"title": "供热起始日期", "type": "string", "format": "date"},
                "hukou": {"title": "户籍地址", "type": "string", "x-notElement": ["contact.registeredAddress"]}
                """);
        return PackageReader.open(root).read("house");
    }

    private static void item(Path root, String id, String subject, String fields)
            throws IOException {
        Path item = root.resolve("house/items/" + id);
        put(
                item.resolve("item.yaml"),
                """
                id: %s
                title: %s
                type: "07"
                kind: promised
                department: {id: office, name: 办事处}
                handling: {mode: hosted}
                deadline: {legal: 10, promised: 5}
                """
                        .formatted(id, id));
        put(
                item.resolve("form.schema.json"),
                """
                {"type": "object", "properties": {"%s": {"type": "object", "x-subject": "%s", "properties": {%s}}}}
                """
                        .formatted(subject, subject, fields));
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
