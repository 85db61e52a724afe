package org.onego.renderer.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.TeamService;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Cosign;
import org.onego.casefile.application.DeskEntry;
import org.onego.casefile.application.StaffDirectory;
import org.onego.casefile.application.StaffDirectory.Group;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.Step;
import org.onego.renderer.frame.CaseTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The part of a case's page that its department keeps to itself: who has it, notes, opinions, and
/// what has changed since.
@Component
class TeamPages {

    private final MessageSource messages;
    private final CaseTexts texts;
    private final DocumentText documents;
    private final StaffDirectory staff;

    TeamPages(MessageSource messages, CaseTexts texts, DocumentText documents, TeamService team) {
        this.messages = messages;
        this.texts = texts;
        this.documents = documents;
        this.staff = team.staff();
    }

    /// @param holder who else has the case, or null
    /// @param mine whether the clerk has it
    /// @param whom who can be asked for an opinion: value and name
    record TeamView(
            @Nullable String holder,
            boolean mine,
            boolean claimable,
            boolean transferable,
            boolean correctable,
            boolean cosignable,
            List<Choice> colleagues,
            List<Choice> whom,
            List<LogLine> log,
            List<OpinionLine> opinions,
            List<ChangeLine> changes,
            @Nullable String correction) {}

    record Choice(String value, String name) {}

    record LogLine(String at, String text) {}

    record OpinionLine(String asked, String by, String at, String whom, @Nullable String answer) {}

    record ChangeLine(String at, List<String> changes) {}

    TeamView of(CaseView view, Actor.Clerk clerk, Locale locale) {
        Actor.Clerk claimed = view.record().claimedBy();
        boolean mine = claimed != null && claimed.id().equals(clerk.id());
        return new TeamView(
                claimed == null || mine ? null : claimed.name(),
                mine,
                view.steps().contains(Step.CLAIM),
                view.steps().contains(Step.TRANSFER),
                view.steps().contains(Step.CORRECT),
                view.steps().contains(Step.COSIGN),
                colleagues(clerk),
                whom(clerk, locale),
                view.record().desk().stream().map(entry -> line(entry, locale)).toList(),
                view.record().cosigns().stream().map(each -> line(each, locale)).toList(),
                view.record().differences().stream()
                        .map(each ->
                                new ChangeLine(
                                        texts.time(each.at(), locale),
                                        documents.changes(view, each, locale)))
                        .toList(),
                view.record().openCorrection().map(each -> open(each, locale)).orElse(null));
    }

    List<Choice> colleagues(Actor.Clerk clerk) {
        return staff.clerks(clerk.department()).stream()
                .filter(each -> !each.id().equals(clerk.id()))
                .map(each -> new Choice(each.id(), each.name()))
                .toList();
    }

    private List<Choice> whom(Actor.Clerk clerk, Locale locale) {
        List<Choice> whom = new ArrayList<>();
        colleagues(clerk)
                .forEach(each ->
                        whom.add(new Choice(clerk.department() + "/" + each.value(), each.name())));
        for (Group group : staff.departments()) {
            if (!group.id().equals(clerk.department())) {
                whom.add(new Choice(group.id(), text("desk.cosign.group", locale, group.name())));
            }
        }
        return whom;
    }

    private String open(Correction correction, Locale locale) {
        return text(
                "desk.correction.open",
                locale,
                correction.marks().size(),
                texts.day(correction.until().minusSeconds(1), locale));
    }

    private LogLine line(DeskEntry entry, Locale locale) {
        Actor.Clerk to = entry.to();
        return new LogLine(
                texts.time(entry.at(), locale),
                text(
                        "desk.log." + entry.kind().name(),
                        locale,
                        entry.by().name(),
                        to == null ? "" : to.name(),
                        entry.text() == null ? "" : entry.text()));
    }

    private OpinionLine line(Cosign cosign, Locale locale) {
        Cosign.Opinion given = cosign.opinion();
        return new OpinionLine(
                cosign.question(),
                cosign.by().name(),
                texts.time(cosign.at(), locale),
                whom(cosign),
                given == null
                        ? null
                        : text(
                                "desk.opinion.given",
                                locale,
                                given.by().name(),
                                text("desk.stand." + given.stand().name(), locale),
                                given.text()));
    }

    private String whom(Cosign cosign) {
        if (cosign.clerk() != null) {
            return staff.clerk(cosign.department(), cosign.clerk())
                    .map(Actor.Clerk::name)
                    .orElse(cosign.clerk());
        }
        return staff.departments().stream()
                .filter(group -> group.id().equals(cosign.department()))
                .map(Group::name)
                .findFirst()
                .orElse(cosign.department());
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
