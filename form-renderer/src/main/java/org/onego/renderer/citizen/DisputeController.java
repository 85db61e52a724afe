package org.onego.renderer.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.OnDispute;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.prefill.Prefilled;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.application.Person;
import org.onego.casefile.provenance.DisputeOutcome;
import org.onego.casefile.provenance.DisputePolicy;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.field.AnswerReader;
import org.onego.renderer.field.AnswerText;
import org.onego.renderer.field.ErrorText;
import org.onego.renderer.field.FieldMapper;
import org.onego.renderer.field.FieldMapper.Standing;
import org.onego.renderer.field.FieldView;
import org.onego.renderer.frame.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A certificate is wrong (纠错): what it says, what is right, and what happens then.
@Controller
class DisputeController {

    private final CitizenService citizens;
    private final Applications applications;
    private final CertificateWords words;
    private final FieldMapper mapper;
    private final AnswerText answerText;
    private final ErrorText errorText;
    private final Way way;
    private final Frames frames;

    DisputeController(
            CitizenService citizens,
            Applications applications,
            CertificateWords words,
            FieldMapper mapper,
            AnswerText answerText,
            ErrorText errorText,
            Way way,
            Frames frames) {
        this.citizens = citizens;
        this.applications = applications;
        this.words = words;
        this.mapper = mapper;
        this.answerText = answerText;
        this.errorText = errorText;
        this.way = way;
        this.frames = frames;
    }

    /// @param waiting items that go on only when the issuer has answered; empty when all go on
    /// @param stated it was said to be wrong before, and can be taken back
    record DisputeView(
            String label,
            String printed,
            String certificate,
            FieldView field,
            String note,
            String waiting,
            boolean stated,
            String action,
            String back) {}

    @GetMapping("/a/{id}/dispute/{question}")
    String show(
            @PathVariable String id,
            @PathVariable String question,
            Person person,
            Model model,
            Locale locale) {
        Draft draft = applications.open(person, id).draft();
        Dispute before = disputeOf(draft, question);
        return page(
                draft,
                question,
                before == null ? null : before.stated(),
                before == null ? null : before.note(),
                List.of(),
                model,
                locale);
    }

    @PostMapping("/a/{id}/dispute/{question}")
    String state(
            @PathVariable String id,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> typed,
            Person person,
            Model model,
            Locale locale) {
        Draft draft = applications.open(person, id).draft();
        Question asked = questionOf(draft, question);
        JsonNode value = AnswerReader.read(asked, typed);
        String note = typed.getFirst("note");
        return switch (Applications.found(citizens.dispute(person, id, asked.id(), value, note))) {
            case DisputeOutcome.Stated(_) ->
                    "redirect:" + back(applications.open(person, id), asked);
            case DisputeOutcome.Wrong(List<AnswerError> errors) ->
                    page(draft, question, value, note, nonEmpty(errors, asked), model, locale);
            case DisputeOutcome.NotDisputable() -> throw new NotFound();
            case DisputeOutcome.AlreadySubmitted(_) -> "redirect:/a/{id}";
        };
    }

    /// Something has to be stated, also where the question itself may be left empty.
    private static List<AnswerError> nonEmpty(List<AnswerError> errors, Question question) {
        return errors.isEmpty()
                ? List.of(
                        new AnswerError(
                                question.id(),
                                "required",
                                JsonNodeFactory.instance.objectNode(),
                                List.of()))
                : errors;
    }

    @PostMapping("/a/{id}/dispute/{question}/back")
    String takeBack(@PathVariable String id, @PathVariable String question, Person person) {
        Question asked = questionOf(applications.open(person, id).draft(), question);
        Applications.found(citizens.takeBackDispute(person, id, asked.id()));
        return "redirect:" + back(applications.open(person, id), asked);
    }

    private String page(
            Draft draft,
            String name,
            @Nullable JsonNode value,
            @Nullable String note,
            List<AnswerError> errors,
            Model model,
            Locale locale) {
        Question question = questionOf(draft, name);
        Prefilled printed = printed(draft, question.id());
        CompiledBundle bundle = draft.bundle().compiled();
        String type = printed.provenance().certificateType();
        String error =
                errors.stream()
                        .findFirst()
                        .map(each ->
                                errorText.of(question, each.keyword(), each.expected(), locale))
                        .orElse(null);
        String base = Way.base(draft.application()) + "/dispute/" + name;
        model.addAttribute("frame", frames.citizen(bundle.info()));
        model.addAttribute(
                "view",
                new DisputeView(
                        question.title().in(locale),
                        answerText.masked(question, printed.value(), locale),
                        words.certificate(bundle, type, locale),
                        mapper.map(question, new Standing(value, true, error), locale),
                        Objects.requireNonNullElse(note, ""),
                        waiting(draft, question, type, locale),
                        disputeOf(draft, name) != null,
                        base,
                        back(draft, question)));
        return "citizen/disputePage";
    }

    private String waiting(Draft draft, Question question, String type, Locale locale) {
        CompiledBundle bundle = draft.bundle().compiled();
        CertificateType known = bundle.dictionary().certificateTypes().get(type);
        List<String> stopped =
                draft.form().selection().items().stream()
                        .map(bundle::item)
                        .filter(item -> isAskedBy(question, item))
                        .filter(item -> DisputePolicy.of(item, known) == OnDispute.STOP)
                        .map(Item::id)
                        .toList();
        return words.items(bundle, stopped, locale);
    }

    private static boolean isAskedBy(Question question, Item item) {
        return question.origins().stream().anyMatch(origin -> origin.item().equals(item.id()));
    }

    private static Question questionOf(Draft draft, String name) {
        return draft.form().questions().values().stream()
                .filter(each -> each.id().toString().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable Dispute disputeOf(Draft draft, String name) {
        return draft.application().evidence().disputes().get(questionOf(draft, name).id());
    }

    private static Prefilled printed(Draft draft, QuestionId question) {
        Dispute before = draft.application().evidence().disputes().get(question);
        Prefilled now = draft.application().prefilled().get(question);
        if (before != null) {
            return before.printed();
        }
        if (now != null && CertificatePanels.disputable(draft).contains(question.toString())) {
            return now;
        }
        return draft.application().evidence().conflict(question).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String back(Opened opened, Question question) {
        return back(opened.draft(), question);
    }

    private String back(Draft draft, Question question) {
        return draft.pageOf(question.id())
                .map(page -> Way.path(draft, page))
                .orElse(way.first(draft));
    }
}
