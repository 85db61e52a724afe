package org.onego.bundle.prefill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlan.Expected;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.PrefillPlan.OpenReason;
import org.onego.bundle.prefill.PrefillPlan.Wave;

/// From the logged-in person outward: which certificates to read so that the fewest look-ups answer
/// all questions that can be answered. The same question always gets the same plan.
///
/// What the host hands over at login ([#HOST_PROFILE]) costs nothing and is the first wave. A
/// look-up is planned only when a question, a material or another look-up needs it.
public final class PrefillPlanner {

    /// The register of what is known at login.
    public static final String HOST_PROFILE = CertificateType.HOST_PROFILE;

    private final Candidates candidates;
    private final PrefillRequest request;
    private final MergedForm form;
    private final long known;
    private final long authorised;

    private PrefillPlanner(CompiledBundle bundle, MergedForm form, PrefillRequest request) {
        this.candidates = Candidates.of(bundle, form, request);
        this.request = request;
        this.form = form;
        long applicant = candidates.bits(Set.of(form.selection().applicant()));
        this.known = candidates.bits(request.known()) | applicant;
        this.authorised = candidates.bits(request.authorised()) | applicant;
    }

    /// @param open the questions without an answer; an id number that is not open is taken as known
    /// @param authorised the subjects whose own certificates may be read now
    public static PrefillPlan plan(
            CompiledBundle bundle, MergedForm form, Set<QuestionId> open, Set<String> authorised) {
        return plan(bundle, form, PrefillRequest.of(form, open, authorised));
    }

    public static PrefillPlan plan(CompiledBundle bundle, MergedForm form, PrefillRequest request) {
        return new PrefillPlanner(bundle, form, request).plan();
    }

    /// The look-up of one certificate with everything that it answers, whatever a plan wants of it:
    /// what the person themself shows needs no plan, and what several say is compared. Empty when
    /// the form has no use for it.
    ///
    /// @param open the questions that may be answered
    public static Optional<Lookup> of(
            CompiledBundle bundle,
            MergedForm form,
            Set<QuestionId> open,
            CertificateOf certificate) {
        PrefillPlanner planner =
                new PrefillPlanner(bundle, form, PrefillRequest.of(form, open, Set.of()));
        return planner.candidates.all().stream()
                .filter(candidate -> candidate.certificate().equals(certificate))
                .findFirst()
                .map(candidate -> planner.lookup(candidate, planner.everything(candidate)));
    }

    private PrefillPlan plan() {
        List<Candidate> usable = reachable(authorised);
        QuestionSet wanted = coveredBy(usable);
        Set<Candidate> sunk = new LinkedHashSet<>();
        for (Candidate lookup : usable) {
            if ((lookup.free() && !lookup.covers().isEmpty())
                    || request.materials().containsKey(lookup.certificate())) {
                sunk.add(lookup);
            }
        }
        List<Candidate> chosen = new Cover(known, usable, sunk, wanted).find();
        return new PrefillPlan(waves(chosen, wanted), unanswered(wanted));
    }

    /// The candidates that may be made, and whose holders can be known, when these subjects agree.
    private List<Candidate> reachable(long agreed) {
        List<Candidate> allowed =
                candidates.all().stream()
                        .filter(lookup -> (lookup.holderBit() & agreed) != 0)
                        .filter(lookup -> !request.unavailable().contains(lookup.certificate()))
                        .toList();
        long reach = Reach.of(known, allowed);
        return allowed.stream().filter(lookup -> lookup.isReachable(reach)).toList();
    }

    private QuestionSet coveredBy(Collection<Candidate> lookups) {
        QuestionSet covered = QuestionSet.ofSize(candidates.questions().size());
        lookups.forEach(lookup -> covered.addAll(lookup.covers()));
        return covered;
    }

    private List<Wave> waves(List<Candidate> chosen, QuestionSet wanted) {
        Map<Candidate, Integer> order = order(chosen);
        Map<Candidate, List<Expected>> answers = assign(order, wanted);
        Map<Integer, List<Lookup>> waves = new LinkedHashMap<>();
        order.forEach((lookup, wave) -> {
            List<Expected> expected = answers.getOrDefault(lookup, List.of());
            if (!lookup.free() || !expected.isEmpty()) {
                waves.computeIfAbsent(wave, _ -> new ArrayList<>()).add(lookup(lookup, expected));
            }
        });
        return waves.values().stream().map(Wave::new).toList();
    }

    private Lookup lookup(Candidate lookup, List<Expected> answers) {
        return new Lookup(
                lookup.type(),
                lookup.holder(),
                lookup.about(),
                answers,
                request.materials().getOrDefault(lookup.certificate(), List.of()));
    }

    private List<Expected> everything(Candidate lookup) {
        return lookup.answers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        new Expected(candidates.questions().get(entry.getKey()), entry.getValue()))
                .toList();
    }

    /// Look-up → number of its wave, in the order in which they are made.
    private Map<Candidate, Integer> order(List<Candidate> chosen) {
        List<Candidate> rest = new ArrayList<>(chosen);
        rest.sort(Comparator.comparingInt(Candidate::index));
        Map<Candidate, Integer> order = new LinkedHashMap<>();
        rest.stream().filter(Candidate::free).forEach(lookup -> order.put(lookup, -1));
        int wave = 0;
        for (long before : Reach.waves(known, chosen)) {
            for (Candidate lookup : rest) {
                if (lookup.isReachable(before)) {
                    order.putIfAbsent(lookup, wave);
                }
            }
            wave++;
        }
        return order;
    }

    /// Each question to one look-up: the one that is believed first where that is declared, locked
    /// before editable, a person's own certificate before what another's says, then the earlier
    /// one, then a certificate before a register.
    private Map<Candidate, List<Expected>> assign(
            Map<Candidate, Integer> order, QuestionSet wanted) {
        Map<Candidate, List<Expected>> answers = new LinkedHashMap<>();
        wanted.stream()
                .forEach(question -> {
                    Candidate best = null;
                    int bestRank = Integer.MAX_VALUE;
                    for (Map.Entry<Candidate, Integer> lookup : order.entrySet()) {
                        Answer answer = lookup.getKey().answers().get(question);
                        if (answer != null) {
                            int rank =
                                    rank(
                                            precedence(question),
                                            lookup.getKey().type(),
                                            answer,
                                            lookup.getValue());
                            if (rank < bestRank) {
                                best = lookup.getKey();
                                bestRank = rank;
                            }
                        }
                    }
                    Answer answer = best == null ? null : best.answers().get(question);
                    if (best != null && answer != null) {
                        answers.computeIfAbsent(best, _ -> new ArrayList<>())
                                .add(new Expected(candidates.questions().get(question), answer));
                    }
                });
        return answers;
    }

    private List<String> precedence(int question) {
        Question asked = form.question(candidates.questions().get(question));
        return asked == null ? List.of() : Precedence.of(asked);
    }

    private static int rank(
            List<String> precedence, CertificateType type, Answer answer, int wave) {
        int rank = Precedence.rank(precedence, type.id());
        rank = rank * 2 + (answer.edit() == Edit.LOCKED ? 0 : 1);
        rank = rank * 2 + (answer.about().equals(CertificateType.HOLDER) ? 0 : 1);
        // There are fewer waves than subjects.
        rank = rank * 2 * Long.SIZE + wave + 1;
        return rank * 2 + (type.kind() == CertificateType.Kind.CERTIFICATE ? 0 : 1);
    }

    private Map<QuestionId, OpenReason> unanswered(QuestionSet answered) {
        QuestionSet withConsent = coveredBy(reachable(-1L));
        QuestionSet anyhow =
                coveredBy(
                        candidates.all().stream()
                                .filter(lookup ->
                                        !request.unavailable().contains(lookup.certificate()))
                                .toList());
        Map<QuestionId, OpenReason> open = new LinkedHashMap<>();
        for (int i = 0; i < candidates.questions().size(); i++) {
            if (!answered.contains(i)) {
                OpenReason reason =
                        withConsent.contains(i)
                                ? OpenReason.NEEDS_AUTHORISATION
                                : anyhow.contains(i)
                                        ? OpenReason.HOLDER_UNKNOWN
                                        : OpenReason.NO_SOURCE;
                open.put(candidates.questions().get(i), reason);
            }
        }
        return open;
    }
}
