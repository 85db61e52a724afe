package org.onego.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Cosign;
import org.onego.casefile.application.KnownAnswers;
import org.onego.casefile.application.Selections;
import org.onego.casefile.application.StaffDirectory;
import org.onego.casefile.result.ChangeCase;
import org.onego.casefile.result.ChangeCase.Told;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.HandleCase;
import org.onego.casefile.result.HandleCase.Decision;
import org.onego.casefile.result.OpinionView;
import org.onego.casefile.result.OpinionView.Shared;
import org.onego.casefile.result.TeamWork;
import org.onego.casefile.result.TeamWork.OpinionRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Clerks' calls about their own work, each with the clerk's department as the limit of what there
/// is.
final class Team implements TeamService {

    private static final int OPINIONS = 200;

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final ChangeCase change;
    private final HandleCase handle;
    private final TeamWork work;
    private final DeskService desk;
    private final StaffDirectory staff;

    Team(
            ApplicationStore store,
            BundleCatalogue catalogue,
            ChangeCase change,
            HandleCase handle,
            TeamWork work,
            DeskService desk,
            StaffDirectory staff) {
        this.store = store;
        this.catalogue = catalogue;
        this.change = change;
        this.handle = handle;
        this.work = work;
        this.desk = desk;
        this.staff = staff;
    }

    @Override
    public Optional<DeskOutcome> claim(Clerk clerk, String caseId) {
        return change(clerk, caseId, (all, each) -> handle.claim(all, each, clerk));
    }

    @Override
    public Optional<DeskOutcome> release(Clerk clerk, String caseId) {
        return change(clerk, caseId, (all, each) -> handle.release(all, each, clerk));
    }

    @Override
    public Optional<DeskOutcome> transfer(
            Clerk clerk, String caseId, String colleague, String reason) {
        return change(
                clerk, caseId, (all, each) -> work.transfer(all, each, clerk, colleague, reason));
    }

    @Override
    public int assign(Clerk clerk, List<String> caseIds, String colleague) {
        int given = 0;
        for (String caseId : caseIds) {
            Optional<DeskOutcome> outcome =
                    change(clerk, caseId, (all, each) -> work.assign(all, each, clerk, colleague));
            given += outcome.orElse(null) instanceof DeskOutcome.Done ? 1 : 0;
        }
        return given;
    }

    @Override
    public Optional<DeskOutcome> note(Clerk clerk, String caseId, String text) {
        return change(clerk, caseId, (all, each) -> work.note(all, each, clerk, text));
    }

    @Override
    public Optional<DeskOutcome> askOpinion(Clerk clerk, String caseId, OpinionRequest request) {
        return change(
                clerk,
                caseId,
                (application, each) ->
                        handle.asClerk(
                                application,
                                each,
                                clerk,
                                all -> work.askOpinion(all, each, clerk, request)));
    }

    @Override
    public List<OpinionView> opinions(Clerk clerk) {
        List<OpinionView> asked = new ArrayList<>();
        store.opinionsAsked(clerk.department(), clerk.id(), OPINIONS)
                .forEach(located ->
                        located.caseRecord().cosigns().stream()
                                .filter(cosign -> cosign.isOpen() && cosign.asks(clerk))
                                .map(cosign ->
                                        view(located.application(), located.caseRecord(), cosign))
                                .forEach(asked::add));
        return asked;
    }

    @Override
    public Optional<OpinionView> opinion(Clerk clerk, String caseId, int number) {
        return store.find(CaseRecord.applicationOf(caseId))
                .flatMap(application ->
                        application
                                .caseOf(caseId)
                                .flatMap(each ->
                                        asked(clerk, each, number)
                                                .map(cosign -> view(application, each, cosign))));
    }

    private static Optional<Cosign> asked(Clerk clerk, CaseRecord each, int number) {
        return each.cosigns().stream()
                .filter(cosign -> cosign.number() == number && cosign.asks(clerk))
                .findFirst();
    }

    private OpinionView view(Application application, CaseRecord each, Cosign cosign) {
        PublishedBundle bundle = catalogue.of(application);
        Item item = bundle.compiled().item(each.item());
        var form = Selections.formOf(bundle, application);
        ObjectNode document = bundle.project(form, item.id(), KnownAnswers.of(application, form));
        List<Shared> shared = new ArrayList<>();
        for (Field field : item.form().fields()) {
            JsonNode value = document.at(field.pointer());
            if (cosign.shared().contains(field.pointer().toString())
                    && !value.isMissingNode()
                    && !value.isNull()) {
                shared.add(new Shared(field, value));
            }
        }
        return new OpinionView(
                each.id(),
                each.number(),
                application.bundle(),
                item,
                bundle.compiled().info().title(),
                cosign,
                shared);
    }

    @Override
    public boolean giveOpinion(
            Clerk clerk, String caseId, int number, Cosign.Stand stand, String text) {
        return change.change(
                        caseId,
                        each -> asked(clerk, each, number).isPresent(),
                        (all, each) -> work.giveOpinion(all, each, clerk, number, stand, text))
                instanceof Told.Changed;
    }

    @Override
    public StaffDirectory staff() {
        return staff;
    }

    private Optional<DeskOutcome> change(
            Clerk clerk, String caseId, BiFunction<Application, CaseRecord, Decision> decide) {
        return switch (change.change(caseId, each -> Desk.mayOpen(clerk, each), decide)) {
            case Told.NotThere() -> Optional.empty();
            case Told.No(DeskOutcome why) -> Optional.of(why);
            case Told.Changed() -> desk.open(clerk, caseId).map(DeskOutcome.Done::new);
        };
    }
}
