package org.onego.casefile.application;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Certificate;
import org.onego.bundle.prefill.Prefilled;

/// One citizen's use of one published bundle version (申请, 主件): the document that leads.
///
/// @param id fit for a URL, says nothing about the person
/// @param version grows by one with every change; a change is stored only on top of the version it
///   was made from
/// @param bundle the version it runs on until it ends (law 6)
/// @param changedAt when a person or a department last did something
/// @param answers what the citizen typed and what was prefilled, together
/// @param prefilled the answers that certificates gave and still stand; locked ones hold whatever a
///   client sends (law 4)
/// @param touched questions that the citizen has answered or left empty on purpose; a late
///   certificate does not fill them
/// @param certificates what was read, with the consent given
/// @param reads the state of every look-up that the consent covers
/// @param ignored attempts to change what is locked
/// @param evidence what stands around the answers that certificates gave
/// @param submission null in a draft
/// @param cases one for each selected item, in the bundle's order; empty in a draft
/// @param log every command since submission, in order
/// @param messages what was to be told to the citizen and to staff, in order
public record Application(
        String id,
        long version,
        BundleVersion bundle,
        Person owner,
        Status status,
        Instant createdAt,
        Instant changedAt,
        GuideAnswers guide,
        @Nullable Consent consent,
        Answers answers,
        Map<QuestionId, Prefilled> prefilled,
        Set<QuestionId> touched,
        List<Certificate> certificates,
        List<CertificateRead> reads,
        List<IgnoredChange> ignored,
        List<HandedIn> materials,
        Evidence evidence,
        @Nullable Submission submission,
        List<CaseRecord> cases,
        List<LoggedCommand> log,
        List<Message> messages) {

    public Application {
        prefilled = Collections.unmodifiableMap(new TreeMap<>(prefilled));
        touched = Set.copyOf(touched);
        certificates = List.copyOf(certificates);
        reads = List.copyOf(reads);
        ignored = List.copyOf(ignored);
        materials = List.copyOf(materials);
        cases = List.copyOf(cases);
        log = List.copyOf(log);
        messages = List.copyOf(messages);
    }

    /// Where an application stands as a whole.
    public enum Status {
        DRAFT,
        SUBMITTED,
        COMPLETED
    }

    /// @param number 办件编号 of the whole, given to the citizen
    public record Submission(String number, Instant at) {}

    /// The case with this id, or empty.
    public Optional<CaseRecord> caseOf(String caseId) {
        return cases.stream().filter(each -> each.id().equals(caseId)).findFirst();
    }

    public boolean isDraft() {
        return submission == null;
    }

    /// Whether something outside has not followed the document yet.
    public boolean isBehind() {
        return log.stream().anyMatch(logged -> !logged.applied())
                || cases.stream().anyMatch(CaseRecord::isToBeDelivered)
                || messages.stream().anyMatch(Message::isPending)
                || cases.stream().anyMatch(each -> !each.unprinted().isEmpty());
    }

    /// The next version of this application, to be changed before it is stored.
    public ApplicationEdit edit(Instant now) {
        return new ApplicationEdit(this, version + 1, now);
    }

    /// What has not been stored yet, to be changed further and stored as this version.
    public ApplicationEdit again(long version) {
        return new ApplicationEdit(this, version, changedAt);
    }

    /// Says which application, and nothing personal: this may end up in a log.
    @Override
    public String toString() {
        return "Application " + id + " v" + version + " of " + bundle + ", " + status;
    }
}
