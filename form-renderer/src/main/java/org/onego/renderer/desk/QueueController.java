package org.onego.renderer.desk;

import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Mask;
import org.onego.casefile.DeskService;
import org.onego.casefile.application.CaseQuery.Sort;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.result.Queue;
import org.onego.casefile.result.Queue.Scope;
import org.onego.casefile.result.QueueEntry;
import org.onego.casefile.result.SavedFilters;
import org.onego.casefile.result.SavedFilters.Saved;
import org.onego.renderer.desk.TeamPages.Choice;
import org.onego.renderer.field.Masker;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.ClockTexts;
import org.onego.renderer.frame.ClockTexts.ClockLine;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The cases of a clerk's department: whose they are, how urgent, and which to look at.
@Controller
class QueueController {

    private static final int LONGEST_NAME = 20;

    private final DeskService desk;
    private final SavedFilters saved;
    private final TeamPages team;
    private final CaseTexts texts;
    private final ClockTexts clocks;
    private final Frames frames;
    private final MessageSource messages;

    QueueController(
            DeskService desk,
            SavedFilters saved,
            TeamPages team,
            CaseTexts texts,
            ClockTexts clocks,
            Frames frames,
            MessageSource messages) {
        this.desk = desk;
        this.saved = saved;
        this.team = team;
        this.texts = texts;
        this.clocks = clocks;
        this.frames = frames;
        this.messages = messages;
    }

    record CaseLine(
            String id,
            String number,
            String item,
            String applicant,
            String state,
            String tone,
            String received,
            @Nullable ClockLine clock,
            String clerk,
            boolean assignable) {}

    /// @param href where it leads
    record Tab(String title, String href, boolean current) {}

    /// @param order `ascending`, `descending` or `none`, as assistive technology calls it
    record Column(String title, @Nullable String href, String order) {}

    record SavedLine(String id, String name, String href) {}

    record QueueView(
            String department,
            List<Tab> tabs,
            List<SavedLine> saved,
            List<Choice> items,
            List<Choice> states,
            List<Choice> dues,
            List<Choice> colleagues,
            Map<String, String> chosen,
            String text,
            String query,
            List<Column> columns,
            List<CaseLine> cases,
            long total,
            int opinions,
            @Nullable String notice,
            @Nullable String previous,
            @Nullable String next) {}

    @GetMapping("/desk")
    String queue(
            @AuthenticationPrincipal ClerkAccount account,
            @RequestParam Map<String, String> parameters,
            HttpSession session,
            Model model,
            Locale locale) {
        QueueFilter filter = QueueFilter.of(parameters, session);
        Queue queue = desk.queue(account.clerk(), filter.asFilter());
        model.addAttribute("frame", frames.desk("desk.title", account.clerk().name()));
        model.addAttribute("view", view(account, filter, queue, parameters, locale));
        return "desk/queuePage";
    }

    private QueueView view(
            ClerkAccount account,
            QueueFilter filter,
            Queue queue,
            Map<String, String> parameters,
            Locale locale) {
        boolean more = queue.total() > (filter.page() + 1L) * QueueFilter.PAGE_SIZE;
        return new QueueView(
                account.departmentName(),
                Arrays.stream(Scope.values()).map(scope -> tab(filter, scope, locale)).toList(),
                saved.of(account.clerk().id()).stream()
                        .map(each ->
                                new SavedLine(each.id(), each.name(), "/desk/saved/" + each.id()))
                        .toList(),
                queue.items().entrySet().stream()
                        .map(each -> new Choice(each.getKey(), each.getValue().in(locale)))
                        .sorted(Comparator.comparing(Choice::name))
                        .toList(),
                Arrays.stream(CaseState.values())
                        .filter(state -> state.isOpen() || filter.scope() == Scope.ENDED)
                        .filter(state -> state.isOpen() != (filter.scope() == Scope.ENDED))
                        .map(state -> new Choice(state.name(), texts.state(state, locale)))
                        .toList(),
                List.of(
                        new Choice("overdue", text("desk.due.overdue", locale)),
                        new Choice("soon", text("desk.due.soon", locale))),
                team.colleagues(account.clerk()),
                Map.of(
                        "item", or(filter.item()),
                        "state", filter.state() == null ? "" : filter.state().name(),
                        "due", or(filter.due()),
                        "scope", filter.scope().name()),
                or(filter.text()),
                filter.query(),
                columns(filter, locale),
                queue.entries().stream()
                        .map(entry -> line(entry, account.clerk().id(), locale))
                        .toList(),
                queue.total(),
                queue.opinions(),
                notice(parameters, locale),
                filter.page() == 0
                        ? null
                        : "/desk?" + filter.query("page", String.valueOf(filter.page() - 1)),
                more ? "/desk?" + filter.query("page", String.valueOf(filter.page() + 1)) : null);
    }

    private Tab tab(QueueFilter filter, Scope scope, Locale locale) {
        return new Tab(
                text("desk.scope." + scope.name(), locale),
                "/desk?"
                        + filter.query(
                                "scope",
                                scope == Scope.ALL ? "" : scope.name(),
                                "state",
                                "",
                                "page",
                                ""),
                filter.scope() == scope);
    }

    private List<Column> columns(QueueFilter filter, Locale locale) {
        return List.of(
                column(filter, "desk.queue.number", Sort.NUMBER, locale),
                column(filter, "desk.queue.item", Sort.ITEM, locale),
                new Column(text("desk.queue.applicant", locale), null, "none"),
                column(filter, "desk.queue.state", Sort.STATE, locale),
                column(filter, "desk.queue.received", Sort.RECEIVED, locale),
                column(filter, "desk.queue.limit", Sort.DUE, locale),
                new Column(text("desk.queue.clerk", locale), null, "none"));
    }

    /// A second press on a column turns it round.
    private Column column(QueueFilter filter, String key, Sort sort, Locale locale) {
        boolean current = filter.sort() == sort;
        return new Column(
                text(key, locale),
                "/desk?"
                        + filter.query(
                                "sort",
                                sort == Sort.RECEIVED ? "" : sort.name(),
                                "descending",
                                current && !filter.descending() ? "true" : "",
                                "page",
                                ""),
                !current ? "none" : filter.descending() ? "descending" : "ascending");
    }

    private CaseLine line(QueueEntry entry, String clerk, Locale locale) {
        var claimed = entry.claimedBy();
        return new CaseLine(
                entry.caseId(),
                entry.number(),
                entry.itemTitle().in(locale),
                Masker.mask(Mask.NAME, entry.applicantName()),
                texts.state(entry.state(), locale),
                CaseTexts.tone(entry.state()),
                texts.time(entry.handedOverAt(), locale),
                clocks.line(entry.clock(), locale),
                claimed == null ? "—" : claimed.name(),
                entry.state().isOpen() && (claimed == null || claimed.id().equals(clerk)));
    }

    private @Nullable String notice(Map<String, String> parameters, Locale locale) {
        String given = parameters.get("assigned");
        String of = parameters.get("of");
        return given == null || of == null || !(given + of).matches("\\d{1,6}")
                ? null
                : text("desk.assigned", locale, given, of);
    }

    /// What is typed may name a person, so it comes in the body and stays out of the address.
    @PostMapping("/desk/find")
    String find(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String text,
            HttpSession session) {
        QueueFilter filter = QueueFilter.of(parameters, session);
        String find = QueueFilter.keep(session, text);
        return "redirect:/desk?" + filter.query("find", or(find), "page", "");
    }

    @PostMapping("/desk/saved")
    String save(
            @AuthenticationPrincipal ClerkAccount account,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Map<String, String> parameters,
            HttpSession session) {
        QueueFilter filter = QueueFilter.of(parameters, session);
        String called = name.strip();
        if (!called.isEmpty()) {
            saved.save(
                    account.clerk().id(),
                    new Saved(
                            UUID.randomUUID().toString(),
                            called.substring(0, Math.min(called.length(), LONGEST_NAME)),
                            filter.asFilter()));
        }
        return "redirect:/desk?" + filter.query();
    }

    @PostMapping("/desk/saved/remove")
    String remove(@AuthenticationPrincipal ClerkAccount account, @RequestParam String id) {
        saved.remove(account.clerk().id(), id);
        return "redirect:/desk";
    }

    /// Looks for what a saved filter says, on this day.
    @GetMapping("/desk/saved/{id}")
    String open(
            @AuthenticationPrincipal ClerkAccount account,
            @PathVariable String id,
            HttpSession session) {
        return saved.of(account.clerk().id()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Saved::filter)
                .map(filter ->
                        "redirect:/desk?"
                                + new QueueFilter(
                                                filter.scope(),
                                                filter.state(),
                                                filter.item(),
                                                QueueFilter.keep(session, or(filter.text())),
                                                null,
                                                filter.dueBefore() == null ? null : "soon",
                                                filter.sort(),
                                                filter.descending(),
                                                0)
                                        .query())
                .orElse("redirect:/desk");
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
