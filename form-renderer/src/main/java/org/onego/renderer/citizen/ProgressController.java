package org.onego.renderer.citizen;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.plan.ItemState;
import org.onego.bundle.plan.ProcessPicture;
import org.onego.casefile.CitizenService;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseEvent;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Person;
import org.onego.casefile.deadline.Deadlines;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.CaseTexts.EventLine;
import org.onego.renderer.frame.ClockTexts;
import org.onego.renderer.frame.ClockTexts.ClockLine;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the application stands: every item, who has it, and what happens next.
@Controller
class ProgressController {

    private final CitizenService citizens;
    private final Applications applications;
    private final CaseTexts texts;
    private final Deadlines deadlines;
    private final ClockTexts clocks;
    private final Frames frames;
    private final MessageSource messages;

    ProgressController(
            CitizenService citizens,
            Applications applications,
            CaseTexts texts,
            Deadlines deadlines,
            ClockTexts clocks,
            Frames frames,
            MessageSource messages) {
        this.citizens = citizens;
        this.applications = applications;
        this.texts = texts;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.frames = frames;
        this.messages = messages;
    }

    /// @param rate where to rate it, or null
    /// @param rated how it was rated, or null
    record CaseLine(
            boolean ended,
            String title,
            String department,
            String state,
            String tone,
            @Nullable String next,
            @Nullable ClockLine clock,
            @Nullable String correct,
            @Nullable String rate,
            @Nullable String rated) {}

    /// One event of one item.
    ///
    /// @param letter where its letter is, or null
    record StoryLine(String item, EventLine event, @Nullable String letter) {}

    /// @param story what has happened to all items, the latest first
    /// @param notice what has just been done, or null
    /// @param promise by when everything has ended at the latest, or null when nothing is open
    /// @param picture the items and what waits for what, as SVG made by the engine
    record ProgressView(
            boolean completed,
            String picture,
            String number,
            String submittedAt,
            @Nullable String promise,
            List<CaseLine> cases,
            List<StoryLine> story,
            @Nullable String notice) {}

    @GetMapping("/a/{id}/progress")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean corrected,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        Application application = opened.application();
        Application.Submission submission = application.submission();
        if (submission == null) {
            throw new Elsewhere("/a/" + id);
        }
        CompiledBundle bundle = opened.bundle().compiled();
        model.addAttribute("frame", frames.citizen(bundle.info()));
        model.addAttribute(
                "view",
                new ProgressView(
                        application.status() == Application.Status.COMPLETED,
                        picture(bundle, application, locale),
                        submission.number(),
                        texts.time(submission.at(), locale),
                        clocks.whole(deadlines.whole(application, bundle), locale),
                        application.cases().stream()
                                .map(each -> line(bundle, application, each, locale))
                                .toList(),
                        story(bundle, application, locale),
                        corrected
                                ? messages.getMessage("progress.corrected", null, locale)
                                : null));
        return "citizen/progressPage";
    }

    private List<StoryLine> story(CompiledBundle bundle, Application application, Locale locale) {
        record Told(Instant at, StoryLine line) {}
        List<Told> told = new ArrayList<>();
        for (CaseRecord record : application.cases()) {
            List<CaseEvent> events =
                    record.events().stream()
                            .filter(event -> event.state() != CaseState.WAITING)
                            .toList();
            List<EventLine> lines = texts.events(record.events(), locale);
            for (int at = 0; at < lines.size(); at++) {
                Integer letter =
                        record.handler() == CaseRecord.Handler.DESK ? lines.get(at).letter() : null;
                told.add(
                        new Told(
                                events.get(at).at(),
                                new StoryLine(
                                        bundle.item(record.item()).title().in(locale),
                                        lines.get(at),
                                        letter == null
                                                ? null
                                                : "/a/"
                                                        + application.id()
                                                        + "/letters/"
                                                        + record.item()
                                                        + "/"
                                                        + letter)));
            }
        }
        return told.stream()
                .sorted(Comparator.comparing(Told::at).reversed())
                .map(Told::line)
                .toList();
    }

    /// A letter of a department, as it was sent.
    @GetMapping("/a/{id}/letters/{item}/{event}")
    ResponseEntity<InputStreamResource> letter(
            @PathVariable String id,
            @PathVariable String item,
            @PathVariable int event,
            Person person) {
        FileContent letter = citizens.notice(person, id, item, event).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename(letter.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(letter.bytes()));
    }

    private static String picture(CompiledBundle bundle, Application application, Locale locale) {
        Map<String, ItemState> states = new LinkedHashMap<>();
        application.cases().forEach(each -> states.put(each.item(), drawn(each.state())));
        return ProcessPicture.svg(bundle, states.keySet(), states, locale);
    }

    private static ItemState drawn(CaseState state) {
        return switch (state) {
            case WAITING -> ItemState.WAITING;
            case HANDED_OVER, ACCEPTED, REVIEWED -> ItemState.ACTIVE;
            case CORRECTION, SUPPLEMENT -> ItemState.CORRECTION;
            case APPROVED, DELIVERED -> ItemState.APPROVED;
            case NOT_ACCEPTED, REJECTED -> ItemState.REJECTED;
            case WITHDRAWN, CANCELLED, PASSED_BY -> ItemState.CANCELLED;
        };
    }

    private CaseLine line(
            CompiledBundle bundle, Application application, CaseRecord record, Locale locale) {
        var item = bundle.item(record.item());
        var rating = record.rating();
        boolean rateable =
                record.state().isEnded() && record.state() != CaseState.PASSED_BY && rating == null;
        return new CaseLine(
                record.state().isEnded(),
                item.title().in(locale),
                item.department().name(),
                texts.state(record.state(), locale),
                CaseTexts.tone(record.state()),
                next(bundle, application, record, locale),
                clocks.line(deadlines.of(record, item.deadline()), locale),
                record.openCorrection().isPresent()
                        ? "/a/" + application.id() + "/correct/" + record.item()
                        : null,
                rateable ? "/a/" + application.id() + "/rate/" + record.item() : null,
                rating == null
                        ? null
                        : messages.getMessage("rate.level." + rating.level(), null, locale));
    }

    private @Nullable String next(
            CompiledBundle bundle, Application application, CaseRecord record, Locale locale) {
        if (record.state() != CaseState.WAITING) {
            return record.state().isEnded()
                    ? null
                    : messages.getMessage(
                            "progress.next." + record.state().name(),
                            new Object[] {bundle.item(record.item()).deadline().promised()},
                            null,
                            locale);
        }
        String waitsFor =
                bundle.needs().stream()
                        .filter(need -> need.item().equals(record.item()))
                        .map(Need::needs)
                        .filter(needed ->
                                application.cases().stream()
                                        .anyMatch(each ->
                                                each.item().equals(needed)
                                                        && !each.state().isEnded()))
                        .map(needed -> bundle.item(needed).title().in(locale))
                        .collect(
                                Collectors.joining(
                                        messages.getMessage("answer.separator", null, locale)));
        return waitsFor.isEmpty()
                ? messages.getMessage("progress.soon", null, locale)
                : messages.getMessage("progress.waits", new Object[] {waitsFor}, locale);
    }
}
