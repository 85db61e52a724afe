package org.onego.casefile.correction;

import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.answers.AttachOutcome;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.answers.KeepFile;
import org.onego.casefile.answers.KeepFile.Kept;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Correction.Ending;
import org.onego.casefile.application.Correction.How;
import org.onego.casefile.application.Difference.Changed;
import org.onego.casefile.application.HandedIn;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Ownership;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Selections;
import org.onego.casefile.audit.AuditEvent.Kind;
import org.onego.casefile.audit.RecordEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// The citizen puts right what was marked: typed and attached bit by bit, sent once.
public final class MakeCorrection implements CorrectionService {

    /// For one material, as before the submission.
    private static final int FILES = 10;

    private static final int LONGEST_REMARK = 500;

    private final ApplicationStore store;
    private final Journal journal;
    private final BundleCatalogue catalogue;
    private final FileStore files;
    private final RecordEvents events;
    private final KeepFile keep;
    private final InstantSource clock;

    public MakeCorrection(
            ApplicationStore store,
            Journal journal,
            BundleCatalogue catalogue,
            FileStore files,
            RecordEvents events,
            InstantSource clock) {
        this.store = store;
        this.journal = journal;
        this.catalogue = catalogue;
        this.files = files;
        this.events = events;
        this.keep = new KeepFile(files, clock);
        this.clock = clock;
    }

    @Override
    public Optional<CorrectionPage> open(Person person, String applicationId, String item) {
        return store.find(applicationId)
                .filter(application -> Ownership.owns(person, application))
                .flatMap(application -> page(application, item));
    }

    private Optional<CorrectionPage> page(Application application, String item) {
        return CorrectionPage.of(catalogue.of(application), application, item)
                .filter(page -> clock.instant().isBefore(page.correction().until()));
    }

    @Override
    public Optional<CorrectionOutcome> save(
            Person person,
            String applicationId,
            String item,
            Map<QuestionId, @Nullable JsonNode> answers,
            String remark) {
        String said =
                remark.strip().substring(0, Math.min(remark.strip().length(), LONGEST_REMARK));
        recordForged(person, applicationId, answers);
        return change(
                person,
                applicationId,
                item,
                (application, page) ->
                        kept(
                                application,
                                item,
                                correction ->
                                        correction.withTyped(
                                                typed(page, answers),
                                                said.isEmpty() ? null : said)));
    }

    /// What is locked and sent all the same changes nothing, and is written down.
    private void recordForged(
            Person person, String applicationId, Map<QuestionId, @Nullable JsonNode> answers) {
        Optional<Application> application =
                store.find(applicationId).filter(found -> Ownership.owns(person, found));
        if (application.isEmpty()) {
            return;
        }
        MergedForm form = Selections.formOf(catalogue.of(application.get()), application.get());
        List<String> forged =
                answers.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(Map.Entry::getKey)
                        .filter(id -> isLocked(application.get(), form.question(id)))
                        .map(QuestionId::toString)
                        .sorted()
                        .toList();
        if (!forged.isEmpty()) {
            events.done(applicationId, Kind.CHANGE_IGNORED, person.idNo(), List.of(), forged);
        }
    }

    private static boolean isLocked(Application application, @Nullable Question question) {
        return question != null && !Markable.isTheCitizens(application, question);
    }

    /// Only what is on the page is taken; a locked question never is on it (law 4).
    private static Map<QuestionId, JsonNode> typed(
            CorrectionPage page, Map<QuestionId, @Nullable JsonNode> answers) {
        Map<QuestionId, JsonNode> typed = new LinkedHashMap<>(page.correction().typed());
        page.questions().stream()
                .map(asked -> asked.question().id())
                .filter(answers::containsKey)
                .forEach(question -> {
                    @Nullable JsonNode value = answers.get(question);
                    typed.put(question, value == null ? NullNode.getInstance() : value);
                });
        return typed;
    }

    @Override
    public Optional<CorrectionOutcome> attach(
            Person person,
            String applicationId,
            String item,
            String material,
            @Nullable String subject,
            String fileName,
            InputStream bytes) {
        Optional<CorrectionPage> page = open(person, applicationId, item);
        if (page.isEmpty()) {
            return change(person, applicationId, item, (_, _) -> nothing());
        }
        Optional<AttachOutcome> refused = refuse(page.get(), material, subject);
        if (refused.isPresent()) {
            return Optional.of(new CorrectionOutcome.FileRefused(refused.get()));
        }
        return switch (keep.keep(fileName, bytes)) {
            case Kept.Refused(AttachOutcome why) ->
                    Optional.of(new CorrectionOutcome.FileRefused(why));
            case Kept.Stored(var file) -> {
                Optional<CorrectionOutcome> outcome =
                        refer(person, applicationId, item, new HandedIn(material, subject, file));
                if (!(outcome.orElse(null) instanceof CorrectionOutcome.Kept)) {
                    files.delete(file.id());
                }
                yield outcome;
            }
        };
    }

    private Optional<CorrectionOutcome> refer(
            Person person, String applicationId, String item, HandedIn file) {
        return change(
                person,
                applicationId,
                item,
                (application, page) ->
                        refuse(page, file.material(), file.subject())
                                .<Change<CorrectionOutcome>>map(why ->
                                        new Change.None<>(new CorrectionOutcome.FileRefused(why)))
                                .orElseGet(() ->
                                        kept(
                                                application,
                                                item,
                                                correction ->
                                                        correction.withAttached(
                                                                with(
                                                                        correction.attached(),
                                                                        file)))));
    }

    private static List<HandedIn> with(List<HandedIn> files, HandedIn file) {
        List<HandedIn> all = new ArrayList<>(files);
        all.add(file);
        return all;
    }

    private static Optional<AttachOutcome> refuse(
            CorrectionPage page, String material, @Nullable String subject) {
        return page.materials().stream()
                .filter(asked ->
                        asked.material().code().equals(material)
                                && Objects.equals(asked.material().subject(), subject))
                .findFirst()
                .<Optional<AttachOutcome>>map(asked ->
                        asked.files().size() >= FILES
                                ? Optional.of(new AttachOutcome.TooMany(FILES))
                                : Optional.empty())
                .orElseGet(() -> Optional.of(new AttachOutcome.NotAskedFor()));
    }

    @Override
    public Optional<CorrectionOutcome> removeFile(
            Person person, String applicationId, String item, String fileId) {
        return change(
                person,
                applicationId,
                item,
                (application, _) ->
                        kept(
                                application,
                                item,
                                correction ->
                                        correction.withAttached(
                                                correction.attached().stream()
                                                        .filter(file ->
                                                                !file.file().id().equals(fileId))
                                                        .toList())));
    }

    @Override
    public Optional<FileContent> file(
            Person person, String applicationId, String item, String fileId) {
        return open(person, applicationId, item)
                .flatMap(page ->
                        page.correction().attached().stream()
                                .map(HandedIn::file)
                                .filter(file -> file.id().equals(fileId))
                                .findFirst())
                .flatMap(file -> files.read(file.id()).map(bytes -> new FileContent(file, bytes)));
    }

    @Override
    public Optional<CorrectionOutcome> send(Person person, String applicationId, String item) {
        return change(
                person,
                applicationId,
                item,
                (application, page) ->
                        page.isComplete()
                                ? new Change.To<>(
                                        sent(application, page), new CorrectionOutcome.Sent())
                                : new Change.None<>(new CorrectionOutcome.Incomplete(page)));
    }

    private Application sent(Application application, CorrectionPage page) {
        Instant now = clock.instant();
        PublishedBundle bundle = catalogue.of(application);
        Correction correction = page.correction();
        String item = page.record().item();
        List<Changed> changes =
                CorrectedApplication.changes(application, correction, page.answers());
        Ending ending =
                new Ending(
                        How.MADE,
                        now,
                        changes,
                        CorrectedApplication.replaced(application, correction));
        ApplicationEdit edit =
                CorrectedApplication.apply(application, correction, page.answers(), now)
                        .caseOf(
                                item,
                                each ->
                                        each.withOpenCorrection(open -> open.ended(ending))
                                                .became(
                                                        correction.from(),
                                                        now,
                                                        new Actor.Citizen(),
                                                        correction.remark()))
                        .command(new Command.Corrected(item), new Actor.Citizen());
        SpreadChanges.spread(
                edit, bundle, page.form(), application, item, changes, correction.attached(), now);
        return edit.done();
    }

    private Change<CorrectionOutcome> kept(
            Application application, String item, UnaryOperator<Correction> change) {
        Application next =
                application
                        .edit(clock.instant())
                        .caseOf(item, each -> each.withOpenCorrection(change))
                        .done();
        return page(next, item)
                .<Change<CorrectionOutcome>>map(
                        page -> new Change.To<>(next, new CorrectionOutcome.Kept(page)))
                .orElseGet(MakeCorrection::nothing);
    }

    private static Change<CorrectionOutcome> nothing() {
        return new Change.None<>(new CorrectionOutcome.NothingToCorrect());
    }

    private Optional<CorrectionOutcome> change(
            Person person,
            String applicationId,
            String item,
            BiFunction<Application, CorrectionPage, Change<CorrectionOutcome>> decide) {
        return Ownership.change(
                journal,
                person,
                applicationId,
                application ->
                        page(application, item)
                                .map(page -> decide.apply(application, page))
                                .orElseGet(MakeCorrection::nothing));
    }
}
