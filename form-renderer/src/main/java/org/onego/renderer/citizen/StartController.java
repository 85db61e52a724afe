package org.onego.renderer.citizen;

import java.util.List;
import java.util.Locale;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.DeadlinePlanner;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Person;
import org.onego.renderer.frame.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The first page of a service, and the person's way back into what they began.
@Controller
class StartController {

    private final CitizenService citizens;
    private final Applications applications;
    private final Way way;
    private final Frames frames;

    StartController(CitizenService citizens, Applications applications, Way way, Frames frames) {
        this.citizens = citizens;
        this.applications = applications;
        this.way = way;
        this.frames = frames;
    }

    /// @param days how long all items take together, as promised
    /// @param begin where the button leads
    /// @param resume whether there is a draft to go on with
    /// @param submitted what this person handed in before
    record StartView(
            String title,
            String summary,
            List<ItemLine> items,
            int days,
            String begin,
            boolean resume,
            List<SubmittedLine> submitted) {}

    record ItemLine(String title, String department, int days) {}

    record SubmittedLine(String number, String href) {}

    @GetMapping("/s/{bundleId}")
    String start(@PathVariable String bundleId, Person person, Model model, Locale locale) {
        CompiledBundle bundle = applications.newest(bundleId).compiled();
        List<Application> mine =
                citizens.mine(person).stream()
                        .filter(each -> each.bundle().id().equals(bundleId))
                        .toList();
        boolean draft = mine.stream().anyMatch(each -> each.status() == Application.Status.DRAFT);
        model.addAttribute("frame", frames.citizen(bundle.info()));
        model.addAttribute(
                "view",
                new StartView(
                        bundle.info().title().in(locale),
                        bundle.info().summary().in(locale),
                        bundle.items().stream()
                                .map(each -> each.item())
                                .map(item ->
                                        new ItemLine(
                                                item.title().in(locale),
                                                item.department().name(),
                                                item.deadline().promised()))
                                .toList(),
                        DeadlinePlanner.plan(
                                        bundle,
                                        bundle.items().stream()
                                                .map(each -> each.item().id())
                                                .toList())
                                .promised(),
                        "/s/" + bundleId,
                        draft,
                        mine.stream()
                                .flatMap(each ->
                                        each.submission() == null
                                                ? java.util.stream.Stream.<SubmittedLine>empty()
                                                : java.util.stream.Stream.of(
                                                        new SubmittedLine(
                                                                each.submission().number(),
                                                                "/a/" + each.id() + "/progress")))
                                .toList()));
        return "citizen/startPage";
    }

    @PostMapping("/s/{bundleId}")
    String begin(@PathVariable String bundleId, Person person) {
        Application application = Applications.found(citizens.begin(person, bundleId));
        return "redirect:" + way.resume(applications.opened(application));
    }

    /// The address under which the host app lists the service.
    @GetMapping("/jsb/{bundleId}")
    String fromHost(@PathVariable String bundleId) {
        return "redirect:/s/{bundleId}";
    }

    /// The deep link into an application: leads to where it stands.
    @GetMapping("/a/{id}")
    String resume(@PathVariable String id, Person person) {
        return "redirect:" + way.resume(applications.open(person, id));
    }
}
