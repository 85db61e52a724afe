package org.onego.casefile.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Certificate;
import org.onego.bundle.prefill.Prefilled;
import tools.jackson.databind.JsonNode;

/// The next version of an application in the making.
public final class ApplicationEdit {

    private final Application from;
    private final long version;
    private final Instant now;
    private Application.Status status;
    private GuideAnswers guide;
    private @Nullable Consent consent;
    private Answers answers;
    private final Map<QuestionId, Prefilled> prefilled;
    private final Set<QuestionId> touched;
    private final List<Certificate> certificates;
    private List<CertificateRead> reads;
    private final List<IgnoredChange> ignored;
    private List<HandedIn> materials;
    private Evidence evidence;
    private Application.@Nullable Submission submission;
    private List<CaseRecord> cases;
    private final List<LoggedCommand> log;
    private final List<Message> messages;

    ApplicationEdit(Application from, long version, Instant now) {
        this.from = from;
        this.version = version;
        this.now = now;
        this.status = from.status();
        this.guide = from.guide();
        this.consent = from.consent();
        this.answers = from.answers();
        this.prefilled = new TreeMap<>(from.prefilled());
        this.touched = new HashSet<>(from.touched());
        this.certificates = new ArrayList<>(from.certificates());
        this.reads = from.reads();
        this.ignored = new ArrayList<>(from.ignored());
        this.materials = from.materials();
        this.evidence = from.evidence();
        this.submission = from.submission();
        this.cases = from.cases();
        this.log = new ArrayList<>(from.log());
        this.messages = new ArrayList<>(from.messages());
    }

    public ApplicationEdit guide(GuideAnswers next) {
        guide = next;
        return this;
    }

    public ApplicationEdit consent(@Nullable Consent next) {
        consent = next;
        return this;
    }

    public ApplicationEdit reads(List<CertificateRead> next) {
        reads = next;
        return this;
    }

    /// How a look-up stands now.
    public ApplicationEdit read(CertificateRead next) {
        reads =
                reads.stream()
                        .map(each -> each.isOf(next.type(), next.holder()) ? next : each)
                        .toList();
        return this;
    }

    public ApplicationEdit certificate(Certificate read) {
        certificates.add(read);
        return this;
    }

    /// The citizen's own answer; null leaves the question empty on purpose.
    public ApplicationEdit answer(QuestionId question, @Nullable JsonNode value) {
        prefilled.remove(question);
        touched.add(question);
        answers = value == null ? answers.without(question) : answers.with(question, value);
        return this;
    }

    public ApplicationEdit prefill(Prefilled answer) {
        prefilled.put(answer.question(), answer);
        answers = answers.with(answer.question(), answer.value());
        return this;
    }

    /// The question is open again.
    public ApplicationEdit reopen(QuestionId question) {
        prefilled.remove(question);
        answers = answers.without(question);
        return this;
    }

    /// What the citizen states against a certificate; only that can change it from now on.
    public ApplicationEdit state(QuestionId question, JsonNode value) {
        prefilled.remove(question);
        answers = answers.with(question, value);
        return this;
    }

    public ApplicationEdit certificates(List<Certificate> next) {
        certificates.clear();
        certificates.addAll(next);
        return this;
    }

    /// Forgets the consent and what was read with it.
    public ApplicationEdit forgetCertificates() {
        for (QuestionId question : prefilled.keySet()) {
            answers = answers.without(question);
        }
        prefilled.clear();
        certificates.clear();
        reads = List.of();
        consent = null;
        evidence = Evidence.NONE;
        return this;
    }

    public ApplicationEdit evidence(UnaryOperator<Evidence> change) {
        evidence = change.apply(evidence);
        return this;
    }

    public ApplicationEdit ignore(QuestionId question) {
        ignored.add(new IgnoredChange(question, now));
        return this;
    }

    public ApplicationEdit materials(List<HandedIn> next) {
        materials = next;
        return this;
    }

    public ApplicationEdit submit(Application.Submission how, List<CaseRecord> opened) {
        submission = how;
        status = Application.Status.SUBMITTED;
        cases = opened;
        return this;
    }

    /// Changes one case; the application is completed when the last one has ended.
    public ApplicationEdit caseOf(String item, UnaryOperator<CaseRecord> change) {
        cases =
                cases.stream()
                        .map(each -> each.item().equals(item) ? change.apply(each) : each)
                        .toList();
        if (submission != null && cases.stream().allMatch(each -> each.state().isEnded())) {
            status = Application.Status.COMPLETED;
        }
        return this;
    }

    /// Appends a command for the process to follow.
    public ApplicationEdit command(Command command, Actor by) {
        log.add(new LoggedCommand(log.size() + 1, command, now, by, false));
        return this;
    }

    public ApplicationEdit applied(int seq) {
        log.replaceAll(logged ->
                logged.seq() == seq
                        ? new LoggedCommand(seq, logged.command(), logged.at(), logged.by(), true)
                        : logged);
        return this;
    }

    /// Owes somebody a message.
    public ApplicationEdit tell(Message.Kind kind, Message.To to, @Nullable String item) {
        messages.add(Message.due(messages.size() + 1, kind, to, item, now));
        return this;
    }

    /// How a message stands now.
    public ApplicationEdit message(Message next) {
        messages.replaceAll(each -> each.seq() == next.seq() ? next : each);
        return this;
    }

    /// The guide's answers as they are in this edit.
    public GuideAnswers guide() {
        return guide;
    }

    /// The cases as they are in this edit.
    public List<CaseRecord> cases() {
        return cases;
    }

    public Application done() {
        return new Application(
                from.id(),
                version,
                from.bundle(),
                from.owner(),
                status,
                from.createdAt(),
                now,
                guide,
                consent,
                answers,
                prefilled,
                touched,
                certificates,
                reads,
                ignored,
                materials,
                evidence,
                submission,
                cases,
                log,
                withNews());
    }

    /// Whatever brings a case to a new state, the citizen is told in the same version.
    private List<Message> withNews() {
        List<Message> all = new ArrayList<>(messages);
        if (submission != null && from.submission() == null) {
            add(all, Message.Kind.SUBMITTED, null);
        }
        for (CaseRecord each : cases) {
            CaseState before =
                    from.caseOf(each.id()).map(CaseRecord::state).orElse(CaseState.WAITING);
            Message.Kind news = each.state() == before ? null : news(before, each.state());
            if (news != null) {
                add(all, news, each.item());
            }
        }
        return all;
    }

    private void add(List<Message> all, Message.Kind kind, @Nullable String item) {
        all.add(Message.due(all.size() + 1, kind, new Message.To.Citizen(), item, now));
    }

    /// A case that comes back from a correction says nothing new: the citizen has just sent it.
    private static Message.@Nullable Kind news(CaseState before, CaseState became) {
        return switch (became) {
            case ACCEPTED -> before.isWithCitizen() ? null : Message.Kind.ACCEPTED;
            case NOT_ACCEPTED -> Message.Kind.NOT_ACCEPTED;
            case CORRECTION, SUPPLEMENT -> Message.Kind.CORRECTION;
            case APPROVED -> Message.Kind.APPROVED;
            case REJECTED -> Message.Kind.REJECTED;
            case DELIVERED -> Message.Kind.DELIVERED;
            case PASSED_BY -> Message.Kind.PASSED_BY;
            case WITHDRAWN -> Message.Kind.WITHDRAWN;
            case CANCELLED -> Message.Kind.CANCELLED;
            case WAITING, HANDED_OVER, REVIEWED -> null;
        };
    }
}
