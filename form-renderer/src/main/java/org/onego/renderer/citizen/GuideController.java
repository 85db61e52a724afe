package org.onego.renderer.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Choice;
import org.onego.bundle.pack.CompiledBundle.GuideOption;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Person;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.frame.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The guide (情形引导): one question a page, then the choice of items.
@Controller
class GuideController {

    private final CitizenService citizens;
    private final Applications applications;
    private final Way way;
    private final Frames frames;

    GuideController(CitizenService citizens, Applications applications, Way way, Frames frames) {
        this.citizens = citizens;
        this.applications = applications;
        this.way = way;
        this.frames = frames;
    }

    record OptionLine(String value, String label, boolean selected) {}

    record AnsweredLine(String label, String value, String change) {}

    record GuideView(
            String id,
            String question,
            @Nullable String hint,
            List<OptionLine> options,
            List<AnsweredLine> answered,
            boolean unanswered,
            String action) {}

    record StoppedView(String advice, String change) {}

    record ItemLine(String id, String title, String department, boolean selected) {}

    record ItemsView(List<ItemLine> given, List<ItemLine> choosable, String action) {}

    @GetMapping("/a/{id}/guide")
    String guide(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String question,
            @RequestParam(defaultValue = "false") boolean unanswered,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = openDraft(person, id);
        model.addAttribute("frame", frames.citizen(opened.bundle().compiled().info()));
        for (GuideQuestion asked : opened.bundle().compiled().guide()) {
            if (asked.id().equals(question)) {
                model.addAttribute("view", view(opened, asked, unanswered, locale));
                return "citizen/guidePage";
            }
        }
        return switch (opened.bundle().guide(opened.application().guide())) {
            case GuideOutcome.Ask(var next) -> {
                model.addAttribute("view", view(opened, next, unanswered, locale));
                yield "citizen/guidePage";
            }
            case GuideOutcome.Stopped(var at, var advice) -> {
                model.addAttribute("view", new StoppedView(advice.in(locale), change(opened, at)));
                yield "citizen/stoppedPage";
            }
            case GuideOutcome.Choose(var given, var choosable) -> {
                model.addAttribute(
                        "view",
                        new ItemsView(
                                lines(given, locale),
                                lines(choosable, locale),
                                "/a/" + id + "/items"));
                yield "citizen/itemsPage";
            }
            case GuideOutcome.Complete(_) -> "redirect:/a/{id}";
        };
    }

    @PostMapping("/a/{id}/guide")
    String answer(
            @PathVariable String id,
            @RequestParam String question,
            @RequestParam(required = false) @Nullable String answer,
            Person person) {
        if (answer == null) {
            return "redirect:/a/{id}/guide?unanswered=true&question="
                    + java.net.URLEncoder.encode(question, java.nio.charset.StandardCharsets.UTF_8);
        }
        Applications.found(citizens.answerGuide(person, id, question, answer));
        return afterGuide(person, id);
    }

    @PostMapping("/a/{id}/items")
    String choose(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<String> item,
            Person person) {
        Applications.found(citizens.choose(person, id, item == null ? Set.of() : item));
        return afterGuide(person, id);
    }

    private String afterGuide(Person person, String id) {
        return "redirect:" + way.resume(applications.open(person, id));
    }

    private Opened openDraft(Person person, String id) {
        Opened opened = applications.open(person, id);
        if (opened.application().status() != Application.Status.DRAFT) {
            throw new Elsewhere("/a/" + id);
        }
        return opened;
    }

    private static GuideView view(
            Opened opened, GuideQuestion question, boolean unanswered, Locale locale) {
        String current = opened.application().guide().answers().get(question.id());
        var hint = question.hint();
        return new GuideView(
                question.id(),
                question.title().in(locale),
                hint == null ? null : hint.in(locale),
                question.options().stream()
                        .map(option ->
                                new OptionLine(
                                        option.value(),
                                        option.title().in(locale),
                                        option.value().equals(current)))
                        .toList(),
                answered(opened, question, locale),
                unanswered,
                "/a/" + opened.application().id() + "/guide");
    }

    private static List<AnsweredLine> answered(Opened opened, GuideQuestion except, Locale locale) {
        CompiledBundle bundle = opened.bundle().compiled();
        List<AnsweredLine> lines = new ArrayList<>();
        for (GuideQuestion question : bundle.guide()) {
            if (question.id().equals(except.id())) {
                break;
            }
            String value = opened.application().guide().answers().get(question.id());
            for (GuideOption option : question.options()) {
                if (option.value().equals(value)) {
                    lines.add(
                            new AnsweredLine(
                                    question.title().in(locale),
                                    option.title().in(locale),
                                    change(opened, question)));
                }
            }
        }
        return lines;
    }

    private static String change(Opened opened, GuideQuestion question) {
        return "/a/" + opened.application().id() + "/guide?question=" + question.id();
    }

    private static List<ItemLine> lines(List<BundleItem> items, Locale locale) {
        return items.stream()
                .map(each ->
                        new ItemLine(
                                each.item().id(),
                                each.item().title().in(locale),
                                each.item().department().name(),
                                each.choice() != Choice.OPTIONAL))
                .toList();
    }
}
