package org.onego.renderer.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.TeamService;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.TeamWork.OpinionRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What clerks do with cases among themselves.
@Controller
class TeamController {

    private final TeamService team;

    TeamController(TeamService team) {
        this.team = team;
    }

    @PostMapping("/desk/cases/{id}/claim")
    String claim(@PathVariable String id, @AuthenticationPrincipal ClerkAccount account) {
        return after(team.claim(account.clerk(), id), "claim");
    }

    @PostMapping("/desk/cases/{id}/release")
    String release(@PathVariable String id, @AuthenticationPrincipal ClerkAccount account) {
        return after(team.release(account.clerk(), id), "release");
    }

    @PostMapping("/desk/cases/{id}/transfer")
    String transfer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String transferReason,
            @AuthenticationPrincipal ClerkAccount account) {
        return after(team.transfer(account.clerk(), id, colleague, transferReason), "transfer");
    }

    @PostMapping("/desk/cases/{id}/note")
    String note(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal ClerkAccount account) {
        return after(team.note(account.clerk(), id, note), "note");
    }

    /// @param whom `department` or `department/account`
    @PostMapping("/desk/cases/{id}/cosign")
    String cosign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(required = false) @Nullable List<String> shared,
            @AuthenticationPrincipal ClerkAccount account) {
        int slash = whom.indexOf('/');
        OpinionRequest request =
                new OpinionRequest(
                        slash < 0 ? whom : whom.substring(0, slash),
                        slash < 0 ? null : whom.substring(slash + 1),
                        asked,
                        shared == null ? List.of() : shared);
        return after(team.askOpinion(account.clerk(), id, request), "cosign");
    }

    /// Bulk: the ticked cases go to one clerk.
    @PostMapping("/desk/assign")
    String assign(
            @RequestParam(required = false) @Nullable List<String> cases,
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal ClerkAccount account) {
        Clerk clerk = account.clerk();
        List<String> ticked = cases == null ? List.of() : cases;
        int given = team.assign(clerk, ticked, colleague.isEmpty() ? clerk.id() : colleague);
        String query = back.matches("[\\w=&-]{0,300}") ? back : "";
        return "redirect:/desk?"
                + query
                + (query.isEmpty() ? "" : "&")
                + "assigned="
                + given
                + "&of="
                + ticked.size();
    }

    private static String after(Optional<DeskOutcome> outcome, String step) {
        return "redirect:/desk/cases/{id}?done="
                + CaseController.done(CaseController.found(outcome), step);
    }
}
