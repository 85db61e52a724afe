package org.onego.renderer.citizen;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.answers.AttachOutcome;
import org.onego.casefile.application.Person;
import org.onego.casefile.correction.CorrectionOutcome;
import org.onego.casefile.correction.CorrectionPage;
import org.onego.casefile.correction.CorrectionPage.AskedMaterial;
import org.onego.casefile.correction.CorrectionPage.AskedQuestion;
import org.onego.casefile.correction.CorrectionService;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.field.AnswerReader;
import org.onego.renderer.field.ErrorText;
import org.onego.renderer.field.FieldMapper;
import org.onego.renderer.field.FieldMapper.Standing;
import org.onego.renderer.field.FieldView;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.ErrorLine;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/// What a department asks for again (补正): just these questions and materials, each with the reason,
/// filled in with what was given. Everything is kept with every press of a button, and reaches the
/// departments only when it is sent.
@Controller
class CorrectController {

    private final CorrectionService corrections;
    private final Applications applications;
    private final FieldMapper mapper;
    private final ErrorText errorText;
    private final CaseTexts texts;
    private final Frames frames;
    private final MessageSource messages;

    CorrectController(
            CorrectionService corrections,
            Applications applications,
            FieldMapper mapper,
            ErrorText errorText,
            CaseTexts texts,
            Frames frames,
            MessageSource messages) {
        this.corrections = corrections;
        this.applications = applications;
        this.mapper = mapper;
        this.errorText = errorText;
        this.texts = texts;
        this.frames = frames;
        this.messages = messages;
    }

    /// @param reason why it was marked, or null when a new answer has made it necessary
    record QuestionView(FieldView field, String subject, @Nullable String reason) {}

    record FileLine(String id, String name) {}

    record MaterialView(
            String key,
            String anchor,
            String title,
            @Nullable String reason,
            List<FileLine> files,
            @Nullable String error) {}

    /// @param remarkNeeded something marked was left as it was
    record CorrectPageView(
            String item,
            String department,
            String until,
            @Nullable String note,
            List<QuestionView> questions,
            List<MaterialView> materials,
            List<ErrorLine> errors,
            boolean remarkNeeded,
            String remark,
            String action) {}

    @GetMapping("/a/{id}/correct/{item}")
    String show(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "false") boolean errors,
            @RequestParam(required = false) @Nullable String problem,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        CorrectionPage page =
                corrections
                        .open(person, id, item)
                        .orElseThrow(() -> new Elsewhere("/a/" + id + "/progress"));
        model.addAttribute("frame", frames.citizen(opened.bundle().compiled().info()));
        model.addAttribute("view", view(opened, page, errors, problem, locale));
        return "citizen/correctPage";
    }

    @PostMapping("/a/{id}/correct/{item}")
    String save(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultiValueMap<String, MultipartFile> files,
            Person person)
            throws IOException {
        Optional<CorrectionPage> page = corrections.open(person, id, item);
        if (page.isEmpty()) {
            applications.open(person, id);
            return "redirect:/a/{id}/progress";
        }
        corrections.save(
                person,
                id,
                item,
                answers(page.get(), typed),
                Objects.requireNonNullElse(typed.getFirst("remark"), ""));
        String removed = typed.getFirst("remove");
        if (removed != null) {
            corrections.removeFile(person, id, item, removed);
        }
        String problem = attach(person, id, item, page.get(), files);
        if (problem != null) {
            return "redirect:/a/{id}/correct/{item}?problem=" + problem;
        }
        if (!"send".equals(typed.getFirst("action"))) {
            return "redirect:/a/{id}/correct/{item}";
        }
        return corrections.send(person, id, item).orElse(null)
                        instanceof CorrectionOutcome.Incomplete
                ? "redirect:/a/{id}/correct/{item}?errors=true"
                : "redirect:/a/{id}/progress?corrected=true";
    }

    private static Map<QuestionId, @Nullable JsonNode> answers(
            CorrectionPage page, MultiValueMap<String, String> typed) {
        Map<QuestionId, @Nullable JsonNode> answers = new HashMap<>();
        for (AskedQuestion asked : page.questions()) {
            QuestionId question = asked.question().id();
            answers.put(question, AnswerReader.read(asked.question(), typed));
        }
        return answers;
    }

    /// @return what is wrong with a file, or null
    private @Nullable String attach(
            Person person,
            String id,
            String item,
            CorrectionPage page,
            @Nullable MultiValueMap<String, MultipartFile> files)
            throws IOException {
        for (AskedMaterial asked : page.materials()) {
            List<MultipartFile> uploads =
                    files == null ? List.of() : files.getOrDefault("file-" + key(asked), List.of());
            for (MultipartFile file : uploads) {
                if (file.isEmpty()) {
                    continue;
                }
                try (InputStream bytes = file.getInputStream()) {
                    var outcome =
                            corrections.attach(
                                    person,
                                    id,
                                    item,
                                    asked.material().code(),
                                    asked.material().subject(),
                                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                                    bytes);
                    if (outcome.orElse(null) instanceof CorrectionOutcome.FileRefused(var why)) {
                        return problem(why);
                    }
                }
            }
        }
        return null;
    }

    private static String problem(AttachOutcome why) {
        return switch (why) {
            case AttachOutcome.TooLarge _ -> "too-large";
            case AttachOutcome.TooManyPixels _ -> "too-many-pixels";
            case AttachOutcome.UnknownKind() -> "unknown-kind";
            case AttachOutcome.Empty() -> "empty";
            case AttachOutcome.TooMany _ -> "too-many";
            case AttachOutcome.NotAskedFor(),
                    AttachOutcome.Attached _,
                    AttachOutcome.AlreadySubmitted _ ->
                    "missing";
        };
    }

    private CorrectPageView view(
            Opened opened,
            CorrectionPage page,
            boolean errors,
            @Nullable String problem,
            Locale locale) {
        var item = opened.bundle().compiled().item(page.record().item());
        List<ErrorLine> summary = new ArrayList<>();
        List<QuestionView> questions =
                page.questions().stream()
                        .map(asked -> question(opened, page, asked, errors, summary, locale))
                        .toList();
        List<MaterialView> materials =
                page.materials().stream()
                        .map(asked -> material(asked, errors, summary, locale))
                        .toList();
        if (problem != null) {
            summary.add(
                    new ErrorLine(
                            "#materials",
                            text("materials.title", locale),
                            Objects.requireNonNullElse(
                                    messages.getMessage(
                                            "materials.problem." + problem, null, null, locale),
                                    text("materials.problem.missing", locale))));
        }
        boolean remarkNeeded =
                errors && !page.unchanged().isEmpty() && page.correction().remark() == null;
        if (remarkNeeded) {
            summary.add(
                    new ErrorLine(
                            "#remark",
                            text("correct.remark", locale),
                            text("correct.unchanged", locale)));
        }
        return new CorrectPageView(
                item.title().in(locale),
                item.department().name(),
                texts.day(page.correction().until().minusSeconds(1), locale),
                page.correction().note(),
                questions,
                materials,
                summary,
                remarkNeeded,
                Objects.requireNonNullElse(page.correction().remark(), ""),
                "/a/" + opened.application().id() + "/correct/" + page.record().item());
    }

    private QuestionView question(
            Opened opened,
            CorrectionPage page,
            AskedQuestion asked,
            boolean errors,
            List<ErrorLine> summary,
            Locale locale) {
        var question = asked.question();
        AnswerError wrong =
                page.errors().stream()
                        .filter(error -> error.question().equals(question.id()))
                        .findFirst()
                        .orElse(null);
        String error =
                !errors || wrong == null
                        ? null
                        : errorText.of(question, wrong.keyword(), wrong.expected(), locale);
        if (error != null) {
            summary.add(
                    new ErrorLine(
                            "#" + FieldMapper.htmlId(question),
                            question.title().in(locale),
                            error));
        }
        return new QuestionView(
                mapper.map(
                        question,
                        new Standing(
                                page.answers().get(question.id()),
                                page.state().required().contains(question.id()),
                                error),
                        locale),
                opened.bundle().title(question.id().subject()).in(locale),
                asked.reason());
    }

    private MaterialView material(
            AskedMaterial asked, boolean errors, List<ErrorLine> summary, Locale locale) {
        String title = asked.material().title().in(locale);
        String anchor = "m-" + key(asked).replace('~', '-');
        String error = errors && asked.missing() ? text("materials.problem.missing", locale) : null;
        if (error != null) {
            summary.add(new ErrorLine("#" + anchor, title, error));
        }
        return new MaterialView(
                key(asked),
                anchor,
                title,
                asked.reason(),
                asked.files().stream()
                        .map(file -> new FileLine(file.file().id(), file.file().name()))
                        .toList(),
                error);
    }

    private static String key(AskedMaterial asked) {
        return asked.material().code()
                + "~"
                + Objects.requireNonNullElse(asked.material().subject(), "");
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
