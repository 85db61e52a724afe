package org.onego.casefile.submit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Ownership;
import org.onego.casefile.application.Person;

/// A draft → an application with a number, its cases and the command that starts its process: all
/// in one write, so that it is either submitted or not (law 5).
public final class SubmitApplication {

    private final Journal journal;
    private final BundleCatalogue catalogue;
    private final Numbers numbers;
    private final InstantSource clock;

    public SubmitApplication(
            Journal journal, BundleCatalogue catalogue, Serials serials, InstantSource clock) {
        this.journal = journal;
        this.catalogue = catalogue;
        this.numbers = new Numbers(serials);
        this.clock = clock;
    }

    public Optional<SubmitOutcome> submit(Person person, String applicationId) {
        return Ownership.change(journal, person, applicationId, this::decide);
    }

    private Change<SubmitOutcome> decide(Application application) {
        if (application.submission() != null) {
            String number = application.submission().number();
            return new Change.None<>(new SubmitOutcome.AlreadySubmitted(number));
        }
        PublishedBundle bundle = catalogue.of(application);
        GuideOutcome guide = bundle.guide(application.guide());
        if (!(guide instanceof GuideOutcome.Complete(var selection))) {
            return new Change.None<>(new SubmitOutcome.GuideOpen(guide));
        }
        MergedForm form = bundle.form(selection);
        List<AnswerError> errors = bundle.validate(form, application.answers());
        if (!errors.isEmpty()) {
            return new Change.None<>(new SubmitOutcome.Wrong(errors));
        }
        List<MergedMaterial> missing = MissingMaterials.of(bundle, form, application);
        if (!missing.isEmpty()) {
            return new Change.None<>(new SubmitOutcome.MissingMaterials(missing));
        }
        return submit(application, bundle, form);
    }

    private Change<SubmitOutcome> submit(
            Application application, PublishedBundle bundle, MergedForm form) {
        Instant now = clock.instant();
        String number = numbers.application(bundle.compiled().info().region(), now);
        List<String> items = form.selection().items();
        List<CaseRecord> cases = new ArrayList<>();
        for (String id : items) {
            Item item = bundle.compiled().item(id);
            cases.add(
                    CaseRecord.waiting(
                            application.id(),
                            id,
                            numbers.caseNumber(item.code(), now, number, cases.size() + 1),
                            item.department().id(),
                            handler(item.handling()),
                            now));
        }
        Application submitted =
                application
                        .edit(now)
                        .submit(new Application.Submission(number, now), cases)
                        .command(new Command.Submit(items), new Actor.Citizen())
                        .done();
        return new Change.To<>(submitted, new SubmitOutcome.Submitted(number));
    }

    private static Handler handler(Handling handling) {
        return switch (handling) {
            case Handling.Hosted _ -> Handler.DESK;
            case Handling.Push _ -> Handler.PUSH;
            case Handling.Pull _ -> Handler.PULL;
        };
    }
}
