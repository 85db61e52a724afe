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
import org.onego.casefile.answers.AttachOutcome;
import org.onego.casefile.answers.DraftOutcome;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.answers.SaveOutcome;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Person;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.AuthorisationOutcome;
import org.onego.casefile.consent.Offer;
import org.onego.casefile.provenance.DisputeOutcome;
import org.onego.casefile.rating.RateOutcome;
import org.onego.casefile.result.WithdrawApplication;
import org.onego.casefile.submit.SubmitOutcome;
import tools.jackson.databind.JsonNode;

/// Everything a citizen can do. Each call names the logged-in person; what belongs to somebody else
/// is empty, exactly as what does not exist.
public interface CitizenService {

    /// The open draft of this person for this bundle, or a new one on the newest version. Two calls
    /// at once give the same draft. Empty when no such bundle is published.
    Optional<Application> begin(Person person, String bundleId);

    /// The person's applications, the one changed last first; drafts included.
    List<Application> mine(Person person);

    Optional<Application> open(Person person, String applicationId);

    /// Answers one question of the guide; later answers that no longer apply are dropped.
    Optional<DraftOutcome> answerGuide(
            Person person, String applicationId, String question, String value);

    /// Takes these of the items that may be chosen; others are ignored.
    Optional<DraftOutcome> choose(Person person, String applicationId, Set<String> items);

    /// What would be read with the citizen's consent. Empty too while the guide is not finished.
    Optional<PrefillPlan> consentRequest(Person person, String applicationId);

    /// Remembers the consent, or that it was taken back and forgets what was read with it. When it
    /// is granted, reads: returns when everything answered or after `patience`, whichever is first.
    /// What comes later fills questions that are still untouched.
    Optional<DraftOutcome> consent(
            Person person, String applicationId, boolean granted, Duration patience);

    /// Whom else the applicant could ask for leave to read their certificates, or has asked.
    Optional<List<Offer>> offers(Person person, String applicationId);

    /// Asks another adult of the form; who was asked already keeps the same link.
    ///
    /// @param decider the bundle's subject
    Optional<AuthorisationOutcome> askForAuthorisation(
            Person person, String applicationId, String decider);

    /// [AuthorisationOutcome.Is] when the person may be sent another message now.
    Optional<AuthorisationOutcome> remind(
            Person person, String applicationId, String authorisationId);

    /// The applicant does without it. A draft forgets what was read by it.
    Optional<AuthorisationOutcome> cancelAuthorisation(
            Person person, String applicationId, String authorisationId);

    /// Certificates disagree: the citizen chooses the one that is right.
    ///
    /// @param choice its place in [org.onego.casefile.application.Evidence#conflict]
    Optional<DraftOutcome> chooseSource(
            Person person, String applicationId, QuestionId question, int choice);

    /// A certificate is wrong (纠错): this is right.
    ///
    /// @param note in the citizen's words, or null
    Optional<DisputeOutcome> dispute(
            Person person,
            String applicationId,
            QuestionId question,
            @Nullable JsonNode stated,
            @Nullable String note);

    /// The certificate is right after all.
    Optional<DisputeOutcome> takeBackDispute(
            Person person, String applicationId, QuestionId question);

    /// Who read what about this person, the newest first: their own certificates, and those for
    /// which they agreed in another's place.
    List<AuditRecord> readsOf(Person person);

    /// Stores the answers of one page. A question that is not in the map was not on the page; a
    /// null value means that it was left empty. Locked answers stay what they are whatever is sent,
    /// and the attempt is recorded.
    Optional<SaveOutcome> save(
            Person person, String applicationId, Map<QuestionId, @Nullable JsonNode> answers);

    /// Attaches a file for a material.
    ///
    /// @param material code of the material
    /// @param subject the bundle's subject whose document it is, or null
    /// @param fileName as the device calls it
    Optional<AttachOutcome> attach(
            Person person,
            String applicationId,
            String material,
            @Nullable String subject,
            String fileName,
            InputStream bytes);

    /// Takes a file back; harmless when it is gone.
    Optional<DraftOutcome> removeFile(Person person, String applicationId, String fileId);

    /// A file that this person attached.
    Optional<FileContent> file(Person person, String applicationId, String fileId);

    /// Submits, exactly once however often it is called.
    Optional<SubmitOutcome> submit(Person person, String applicationId);

    /// The letter that an event of a case brought.
    ///
    /// @param event its place in the case's timeline, from 0
    Optional<FileContent> notice(Person person, String applicationId, String item, int event);

    /// Takes back what is not decided yet; what is decided stays.
    ///
    /// @param items which of the application's; empty for all
    Optional<WithdrawApplication.Outcome> withdraw(
            Person person, String applicationId, Set<String> items);

    /// Rates a case that has ended, once.
    ///
    /// @param level 5 非常满意 … 1 非常不满意
    /// @param options codes of options of this level
    /// @param text at most 150 characters, or null
    Optional<RateOutcome> rate(
            Person person, String caseId, int level, List<String> options, @Nullable String text);
}
