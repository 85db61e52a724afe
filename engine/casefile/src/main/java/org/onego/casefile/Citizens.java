package org.onego.casefile;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.casefile.answers.AnswerGuide;
import org.onego.casefile.answers.AttachOutcome;
import org.onego.casefile.answers.BeginApplication;
import org.onego.casefile.answers.DraftOutcome;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.answers.HandInMaterials;
import org.onego.casefile.answers.SaveAnswers;
import org.onego.casefile.answers.SaveOutcome;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Ownership;
import org.onego.casefile.application.Person;
import org.onego.casefile.audit.AuditLog;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.AuthorisationOutcome;
import org.onego.casefile.consent.Authorise;
import org.onego.casefile.consent.GiveConsent;
import org.onego.casefile.consent.Offer;
import org.onego.casefile.consent.PlanReads;
import org.onego.casefile.consent.ReadCertificates;
import org.onego.casefile.progress.PrintNotices;
import org.onego.casefile.provenance.ChooseSource;
import org.onego.casefile.provenance.DisputeOutcome;
import org.onego.casefile.provenance.StateDispute;
import org.onego.casefile.rating.RateCase;
import org.onego.casefile.rating.RateOutcome;
import org.onego.casefile.result.WithdrawApplication;
import org.onego.casefile.submit.SubmitApplication;
import org.onego.casefile.submit.SubmitOutcome;
import tools.jackson.databind.JsonNode;

/// A citizen's calls, each handed to the verb that it is.
record Citizens(
        ApplicationStore store,
        BeginApplication begin,
        AnswerGuide guide,
        PlanReads plans,
        GiveConsent consents,
        ReadCertificates reads,
        Authorise authorisations,
        ChooseSource sources,
        StateDispute disputes,
        AuditLog audit,
        SaveAnswers answers,
        HandInMaterials materials,
        SubmitApplication submissions,
        WithdrawApplication withdrawals,
        RateCase ratings,
        PrintNotices notices)
        implements CitizenService {

    /// As many as a page shows.
    private static final int READS = 200;

    @Override
    public Optional<Application> begin(Person person, String bundleId) {
        Optional<Application> draft = begin.begin(person, bundleId);
        draft.ifPresent(reads::resumeIfLost);
        return draft;
    }

    @Override
    public List<Application> mine(Person person) {
        return store.ofOwner(person.idNo());
    }

    @Override
    public Optional<Application> open(Person person, String applicationId) {
        Optional<Application> found =
                store.find(applicationId)
                        .filter(application -> Ownership.owns(person, application));
        found.ifPresent(reads::resumeIfLost);
        return found;
    }

    @Override
    public Optional<DraftOutcome> answerGuide(
            Person person, String applicationId, String question, String value) {
        return guide.answer(person, applicationId, question, value);
    }

    @Override
    public Optional<DraftOutcome> choose(Person person, String applicationId, Set<String> items) {
        return guide.choose(person, applicationId, items);
    }

    @Override
    public Optional<PrefillPlan> consentRequest(Person person, String applicationId) {
        return open(person, applicationId).filter(Application::isDraft).flatMap(plans::plan);
    }

    @Override
    public Optional<DraftOutcome> consent(
            Person person, String applicationId, boolean granted, Duration patience) {
        return consents.consent(person, applicationId, granted, patience);
    }

    @Override
    public Optional<List<Offer>> offers(Person person, String applicationId) {
        return open(person, applicationId).map(authorisations::offers);
    }

    @Override
    public Optional<AuthorisationOutcome> askForAuthorisation(
            Person person, String applicationId, String decider) {
        return authorisations.ask(person, applicationId, decider);
    }

    @Override
    public Optional<AuthorisationOutcome> remind(
            Person person, String applicationId, String authorisationId) {
        return authorisations.remind(person, applicationId, authorisationId);
    }

    @Override
    public Optional<AuthorisationOutcome> cancelAuthorisation(
            Person person, String applicationId, String authorisationId) {
        return authorisations.cancel(person, applicationId, authorisationId);
    }

    @Override
    public Optional<DraftOutcome> chooseSource(
            Person person, String applicationId, QuestionId question, int choice) {
        return sources.choose(person, applicationId, question, choice);
    }

    @Override
    public Optional<DisputeOutcome> dispute(
            Person person,
            String applicationId,
            QuestionId question,
            @Nullable JsonNode stated,
            @Nullable String note) {
        return disputes.state(person, applicationId, question, stated, note);
    }

    @Override
    public Optional<DisputeOutcome> takeBackDispute(
            Person person, String applicationId, QuestionId question) {
        return disputes.takeBack(person, applicationId, question);
    }

    @Override
    public List<AuditRecord> readsOf(Person person) {
        return audit.concerning(person.idNo(), READS);
    }

    @Override
    public Optional<SaveOutcome> save(
            Person person, String applicationId, Map<QuestionId, @Nullable JsonNode> given) {
        return answers.save(person, applicationId, given);
    }

    @Override
    public Optional<AttachOutcome> attach(
            Person person,
            String applicationId,
            String material,
            @Nullable String subject,
            String fileName,
            InputStream bytes) {
        return materials.attach(person, applicationId, material, subject, fileName, bytes);
    }

    @Override
    public Optional<DraftOutcome> removeFile(Person person, String applicationId, String fileId) {
        return materials.remove(person, applicationId, fileId);
    }

    @Override
    public Optional<FileContent> file(Person person, String applicationId, String fileId) {
        return materials.file(person, applicationId, fileId);
    }

    @Override
    public Optional<SubmitOutcome> submit(Person person, String applicationId) {
        return submissions.submit(person, applicationId);
    }

    @Override
    public Optional<FileContent> notice(
            Person person, String applicationId, String item, int event) {
        return open(person, applicationId)
                .flatMap(application ->
                        application
                                .caseOf(CaseRecord.idOf(applicationId, item))
                                .flatMap(each -> notices.open(application, each, event)));
    }

    @Override
    public Optional<RateOutcome> rate(
            Person person, String caseId, int level, List<String> options, @Nullable String text) {
        return ratings.rate(person, caseId, level, options, text);
    }

    @Override
    public Optional<WithdrawApplication.Outcome> withdraw(
            Person person, String applicationId, Set<String> items) {
        return withdrawals.withdraw(person, applicationId, items);
    }
}
