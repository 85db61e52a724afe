package org.onego.renderer.citizen;

import java.util.List;
import org.onego.bundle.page.FormPage;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Application;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.frame.Steps;
import org.springframework.stereotype.Component;

/// The order of a citizen's pages: guide, consent, form pages, materials, check.
@Component
class Way {

    private final CitizenService citizens;
    private final MaterialList materials;

    Way(CitizenService citizens, MaterialList materials) {
        this.citizens = citizens;
        this.materials = materials;
    }

    /// Where somebody who comes back goes on.
    String resume(Opened opened) {
        Application application = opened.application();
        String base = base(application);
        if (application.status() != Application.Status.DRAFT) {
            return base + "/progress";
        }
        var draft = Draft.of(application, opened.bundle());
        if (draft.isEmpty()) {
            return base + "/guide";
        }
        if (application.consent() == null && asksForConsent(application)) {
            return base + "/consent";
        }
        for (FormPage page : draft.get().pages()) {
            if (!draft.get().errorsOn(page).isEmpty()) {
                return base + "/p/" + page.id();
            }
        }
        return materials.missing(draft.get()).isEmpty() ? base + "/check" : base + "/materials";
    }

    private boolean asksForConsent(Application application) {
        return citizens.consentRequest(application.owner(), application.id())
                .filter(plan -> !plan.waves().isEmpty())
                .isPresent();
    }

    /// The page after the guide and the consent.
    String first(Draft draft) {
        return draft.pages().isEmpty() ? afterPages(draft) : path(draft, draft.pages().getFirst());
    }

    /// The page after this one.
    String after(Draft draft, FormPage page) {
        List<FormPage> pages = draft.pages();
        for (int i = 0; i < pages.size() - 1; i++) {
            if (pages.get(i).id().equals(page.id())) {
                return path(draft, pages.get(i + 1));
            }
        }
        return afterPages(draft);
    }

    Steps steps(Draft draft, String pageId) {
        List<String> ids = draft.pages().stream().map(FormPage::id).toList();
        int at = ids.indexOf(pageId);
        int total = ids.size() + 2;
        int current =
                pageId.equals("materials") ? total - 1 : pageId.equals("check") ? total : at + 1;
        return new Steps(Math.max(current, 1), total);
    }

    private static String afterPages(Draft draft) {
        return base(draft.application()) + "/materials";
    }

    static String path(Draft draft, FormPage page) {
        return base(draft.application()) + "/p/" + page.id();
    }

    static String base(Application application) {
        return "/a/" + application.id();
    }
}
