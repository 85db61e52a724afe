package org.onego.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.onego.adapters.files.GridFsFiles;
import org.onego.adapters.fixture.Packages;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Certificate;
import org.onego.bundle.prefill.Prefilled;
import org.onego.casefile.answers.BeginApplication;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.CaseQuery;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Channel;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.application.HandedIn;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.Lease;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Rating;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.application.TakenCall;
import org.onego.casefile.audit.AuditRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What [MongoStores] promises, whatever server it is connected to.
abstract class StoreContract {

    private static final Instant NOW = Packages.CLOCK.instant();
    private static final Ids IDS = Ids.random();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int THREADS = 8;

    abstract MongoStores stores();

    private ApplicationStore store() {
        return stores().applications();
    }

    private static Person somebody() {
        return new Person("某人", IDS.next(), "13800000009");
    }

    private Application draft(Person person) {
        return new BeginApplication(store(), new Packages(), IDS, Packages.CLOCK)
                .begin(person, "newborn")
                .orElseThrow();
    }

    @Test
    void everythingComesBackAsItWasStored() throws Exception {
        Application full = full(draft(somebody()));
        assertThat(store().replace(full)).isTrue();
        Application found = store().find(full.id()).orElseThrow();
        assertThat(Documents.write(found)).isEqualTo(Documents.write(full));
        assertThat(found).isEqualTo(full);
    }

    /// Every kind of value that an application can hold.
    private static Application full(Application draft) throws Exception {
        ObjectNode attributes =
                (ObjectNode)
                        JsonMapper.builder()
                                .build()
                                .readTree(
                                        """
                                        {"a.b": {"$c": [1, 2.5, 12345678901, true, null, "文字"]},
                                         "big": 123456789012345678901234567890}
                                        """);
        QuestionId name = QuestionId.parse("mother.person_name");
        Certificate certificate =
                new Certificate(
                        "identity-card",
                        "1.2.156",
                        "1",
                        "130602199503120027",
                        LocalDate.of(2020, 1, 2),
                        null,
                        attributes,
                        NOW);
        Actor.Clerk clerk = new Actor.Clerk("c1", "办事员", "health");
        CaseRecord waiting =
                CaseRecord.waiting(draft.id(), "a", "YJS-01", "health", Handler.DESK, NOW);
        CaseRecord pushed =
                CaseRecord.waiting(draft.id(), "b", "YJS-02", "police", Handler.PUSH, NOW)
                        .became(CaseState.HANDED_OVER, NOW, new Actor.Engine(), null)
                        .became(
                                CaseState.REJECTED,
                                NOW.plusNanos(123_456_789),
                                new Actor.DepartmentSystem("police"),
                                "缺材料")
                        .withClaim(clerk)
                        .withResults(Map.of(name, JSON.stringNode("x")))
                        .withDelivery(Delivery.due("key", NOW).failed("HTTP 500", NOW))
                        .withCallback(new TakenCall("k1", "digest"))
                        .withLease(new Lease("worker", "token", NOW))
                        .withRating(new Rating(5, List.of("510"), "好", NOW));
        return draft.edit(NOW)
                .guide(new GuideAnswers(Map.of("parents", "married"), Set.of("a", "b")))
                .consent(
                        new Consent(
                                true,
                                NOW,
                                List.of(new Consent.Read("t", "mother", List.of("item"))),
                                Consent.WORDING,
                                Channel.HOST))
                .reads(List.of(CertificateRead.pending("t", "mother", NOW)))
                .certificate(certificate)
                .prefill(
                        new Prefilled(
                                name,
                                JSON.stringNode("李婷"),
                                new Prefilled.Provenance(
                                        "t", "1.2", NOW, LocalDate.of(2030, 1, 1), Edit.LOCKED)))
                .answer(QuestionId.parse("mother.x"), attributes)
                .answer(QuestionId.parse("mother.y"), null)
                .ignore(name)
                .materials(
                        List.of(
                                new HandedIn(
                                        "m",
                                        null,
                                        new StoredFile("f", "a.pdf", "application/pdf", 5, NOW))))
                .submit(new Application.Submission(IDS.next(), NOW), List.of(waiting, pushed))
                .command(new Command.Submit(List.of("a", "b")), new Actor.Citizen())
                .command(new Command.Accept("a"), clerk)
                .command(new Command.Review("a"), clerk)
                .command(new Command.Approve("a"), clerk)
                .command(new Command.Deliver("a"), clerk)
                .command(new Command.End("b"), new Actor.DepartmentSystem("police"))
                .applied(1)
                .done();
    }

    @Test
    void aPersonHasOneOpenDraftForABundle() throws Exception {
        Person person = somebody();
        List<Application> drafts = atOnce(() -> draft(person));
        assertThat(drafts).extracting(Application::id).containsOnly(drafts.getFirst().id());

        Application submitted = submitted(drafts.getFirst());
        assertThat(store().replace(submitted)).isTrue();
        assertThat(store().openDraft(person.idNo(), "newborn")).isEmpty();
        assertThat(draft(person).id()).isNotEqualTo(submitted.id());
        assertThat(store().ofOwner(person.idNo())).hasSize(2);
    }

    private static Application submitted(Application draft) {
        return draft.edit(NOW)
                .submit(
                        new Application.Submission(IDS.next(), NOW),
                        List.of(
                                CaseRecord.waiting(
                                        draft.id(), "a", "n", "health", Handler.DESK, NOW)))
                .done();
    }

    @Test
    void aVersionIsStoredOnceOnTopOfTheOneBefore() {
        Application draft = draft(somebody());
        Application one = draft.edit(NOW).ignore(QuestionId.parse("a.b")).done();
        Application other = draft.edit(NOW).ignore(QuestionId.parse("c.d")).done();
        assertThat(store().replace(one)).isTrue();
        assertThat(store().replace(other)).isFalse();
        assertThat(store().find(draft.id())).contains(one);
    }

    @Test
    void noChangeIsLostWhenManyChangeAtOnce() throws Exception {
        Application draft = draft(somebody());
        int each = 10;
        List<Boolean> done =
                atOnce(() -> {
                    for (int i = 0; i < each; i++) {
                        store().<Boolean>change(
                                        draft.id(),
                                        current ->
                                                new Change.To<>(
                                                        current.edit(NOW)
                                                                .ignore(QuestionId.parse("a.b"))
                                                                .done(),
                                                        true));
                    }
                    return true;
                });
        Application changed = store().find(draft.id()).orElseThrow();
        assertThat(changed.ignored()).hasSize(each * done.size());
        assertThat(changed.version()).isEqualTo((long) each * done.size());
    }

    @Test
    void aNumberIsGivenOnce() {
        Application first = submitted(draft(somebody()));
        assertThat(store().replace(first)).isTrue();
        Application second =
                draft(somebody())
                        .edit(NOW)
                        .submit(Objects.requireNonNull(first.submission()), first.cases())
                        .done();
        assertThatThrownBy(() -> store().replace(second)).isInstanceOf(MongoException.class);
    }

    @Test
    void whatIsLeftToDoIsFound() {
        Application submitted = submitted(draft(somebody()));
        Application behind =
                submitted
                        .again(1)
                        .message(submitted.messages().getFirst().taken())
                        .command(new Command.Submit(List.of("a")), new Actor.Citizen())
                        .done();
        assertThat(store().replace(behind)).isTrue();
        assertThat(unfinished(NOW.plusMillis(1), NOW)).contains(behind.id());
        assertThat(unfinished(NOW, NOW)).doesNotContain(behind.id());
        Application followed = behind.edit(NOW).applied(1).done();
        assertThat(store().replace(followed)).isTrue();
        assertThat(unfinished(NOW.plusMillis(1), NOW)).doesNotContain(behind.id());

        Instant due = NOW.plusSeconds(60);
        Application undelivered =
                followed.edit(NOW)
                        .caseOf("a", each -> each.withDelivery(Delivery.due("k", due)))
                        .done();
        assertThat(store().replace(undelivered)).isTrue();
        assertThat(unfinished(NOW, NOW)).doesNotContain(behind.id());
        assertThat(unfinished(NOW, due)).contains(behind.id());

        Application toldNobody =
                followed.edit(NOW)
                        .caseOf(
                                "a",
                                each ->
                                        each.became(
                                                CaseState.ACCEPTED, NOW, new Actor.Engine(), null))
                        .done();
        Application retold = toldNobody.edit(NOW).done();
        assertThat(retold.messages()).hasSize(2).isEqualTo(toldNobody.messages());
    }

    private List<String> unfinished(Instant stale, Instant now) {
        return store().unfinished(stale, now, 10_000);
    }

    @Test
    void aDepartmentsCasesAreFoundInOrder() {
        String department = IDS.next();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Application draft = draft(somebody());
            Instant at = NOW.plusSeconds(i);
            CaseRecord open =
                    CaseRecord.waiting(draft.id(), "a", "n", department, Handler.DESK, NOW)
                            .became(CaseState.HANDED_OVER, at, new Actor.Engine(), null);
            CaseRecord elsewhere =
                    CaseRecord.waiting(draft.id(), "b", "n", "other", Handler.DESK, NOW)
                            .became(CaseState.HANDED_OVER, at, new Actor.Engine(), null);
            CaseRecord pushed =
                    CaseRecord.waiting(draft.id(), "c", "n", department, Handler.PUSH, NOW)
                            .became(CaseState.HANDED_OVER, at, new Actor.Engine(), null);
            Application next =
                    draft.edit(NOW)
                            .submit(
                                    new Application.Submission(IDS.next(), NOW),
                                    List.of(open, elsewhere, pushed))
                            .done();
            assertThat(store().replace(next)).isTrue();
            ids.add(open.id());
        }
        Set<CaseState> open = EnumSet.of(CaseState.HANDED_OVER, CaseState.ACCEPTED);
        assertThat(cases(department, open, false, 1, 3)).isEqualTo(ids.subList(1, 4));
        assertThat(cases(department, open, true, 0, 10)).isEqualTo(ids.reversed());
        assertThat(cases(department, EnumSet.of(CaseState.ACCEPTED), false, 0, 10)).isEmpty();
        assertThat(store().count(department, Handler.DESK, open))
                .isEqualTo(Map.of(CaseState.HANDED_OVER, 5L));
    }

    private List<String> cases(
            String department, Set<CaseState> states, boolean newestFirst, int skip, int limit) {
        return store()
                .cases(
                        new CaseQuery(
                                department,
                                Handler.DESK,
                                states,
                                new CaseQuery.Claim.Any(),
                                null,
                                null,
                                null,
                                CaseQuery.Sort.RECEIVED,
                                newestFirst,
                                skip,
                                limit))
                .cases()
                .stream()
                .map(located -> located.caseRecord().id())
                .toList();
    }

    @Test
    void aSerialNumberIsGivenOnce() throws Exception {
        String series = IDS.next();
        List<List<Long>> given =
                atOnce(() -> {
                    List<Long> mine = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        mine.add(stores().serials().next(series));
                    }
                    return mine;
                });
        assertThat(given.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20L * THREADS).boxed().toList());
    }

    @Test
    void auditRecordsComeBackInTheirOrder() {
        String application = IDS.next();
        List<AuditRecord> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            AuditRecord entry =
                    new AuditRecord(
                            IDS.next(),
                            NOW.plus(Duration.ofSeconds(i)),
                            "org",
                            "user",
                            "item",
                            "code",
                            "case",
                            application,
                            "identity-card",
                            "130602199503120027",
                            "why",
                            AuditRecord.Basis.CONSENT,
                            "130602199503120027",
                            null);
            stores().audit().append(entry);
            entries.add(entry);
        }
        assertThat(stores().audit().of(application)).isEqualTo(entries);
    }

    @Test
    void aFileComesBackAsItWasUntilItIsDeleted() throws IOException {
        GridFsFiles files = new GridFsFiles(stores().database());
        byte[] bytes = new byte[700_000];
        bytes[699_999] = 42;
        StoredFile file =
                files.save("a.pdf", "application/pdf", new ByteArrayInputStream(bytes), NOW);
        assertThat(file.size()).isEqualTo(bytes.length);
        Optional<InputStream> read = files.read(file.id());
        assertThat(read).isPresent();
        try (InputStream in = read.orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        files.delete(file.id());
        files.delete(file.id());
        assertThat(files.read(file.id())).isEmpty();
        assertThat(files.read("not an id")).isEmpty();
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
