package org.onego.bundle;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.OpenQuestion.Why;
import org.onego.bundle.PersonaRun.MadeLookup;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlan.Expected;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.PrefillRequest;
import org.onego.bundle.prefill.ReadResult;
import org.onego.bundle.prefill.ReadResult.Unusable;
import tools.jackson.databind.node.ObjectNode;

/// What certificates answer for one persona: which answers what, in which wave, what stays open and
/// why.
public record PrefillReport(PublishedBundle bundle, PersonaRun run) {

    /// @param persona the id of a persona; null for the package's first one
    /// @param clock when the persona applies
    /// @return empty when there is no such persona, or the guide doesn't lead it to a form
    public static Optional<PrefillReport> of(
            PublishedBundle bundle, @Nullable String persona, InstantSource clock) {
        return bundle.compiled().personas().stream()
                .filter(each -> persona == null || each.id().equals(persona))
                .findFirst()
                .flatMap((Persona each) -> PersonaRun.of(bundle, each, clock))
                .map(run -> new PrefillReport(bundle, run));
    }

    /// The figures by name: `questions` that remain after merging and deferral, those `prefilled`
    /// and `typed`, the `waves` of look-ups, the `lookups` made, and the certificates
    /// `contributing`.
    public Map<String, Integer> figures() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("questions", run.state().visible().size());
        figures.put("prefilled", run.prefilled().size());
        figures.put("typed", run.state().visible().size() - run.prefilled().size());
        figures.put("waves", run.lookups().stream().mapToInt(MadeLookup::wave).max().orElse(0));
        figures.put("lookups", made().size());
        figures.put("contributing", (int) made().stream().filter(MadeLookup::contributes).count());
        return figures;
    }

    /// One of the figures.
    int figure(String name) {
        return Objects.requireNonNull(figures().get(name), name);
    }

    /// The look-ups that cost something.
    private List<MadeLookup> made() {
        return run.lookups().stream().filter(each -> each.wave() > 0).toList();
    }

    /// What the persona types, in the order of the form, and why.
    public List<OpenQuestion> open() {
        Set<QuestionId> typed = run.typed();
        PrefillPlan now = plan(typed, Set.of());
        PrefillPlan withEverybody = plan(typed, bundle.compiled().subjects().keySet());
        List<OpenQuestion> open = new ArrayList<>();
        for (QuestionId id : run.form().questions().keySet()) {
            Question question = run.form().question(id);
            if (typed.contains(id) && question != null) {
                open.add(
                        tried(question)
                                .orElseGet(() ->
                                        untried(question, now.open().get(id), withEverybody)));
            }
        }
        return open;
    }

    /// The types that the bundle may read of the applicant and that nothing was read of, with
    /// whether they say anything that is asked at all.
    public Map<CertificateType, Boolean> left() {
        Set<CertificateOf> made = new HashSet<>();
        run.lookups().forEach(each -> made.add(each.lookup().certificate()));
        String applicant = run.form().selection().applicant();
        Map<CertificateType, Boolean> left = new LinkedHashMap<>();
        for (CertificateType type : bundle.compiled().dictionary().certificateTypes().values()) {
            CertificateOf certificate = new CertificateOf(type.id(), applicant);
            if (!type.isHostProfile()
                    && bundle.compiled().certificates().allows(type.id(), applicant)
                    && !made.contains(certificate)) {
                boolean says =
                        PrefillPlanner.of(
                                        bundle.compiled(),
                                        run.form(),
                                        run.state().visible(),
                                        certificate)
                                .filter(lookup -> !lookup.answers().isEmpty())
                                .isPresent();
                left.put(type, says);
            }
        }
        return left;
    }

    private PrefillPlan plan(Set<QuestionId> open, Set<String> authorised) {
        return bundle.prefillPlan(
                run.form(), PrefillRequest.of(run.form(), new LinkedHashSet<>(open), authorised));
    }

    /// A look-up was to answer it and did not.
    private Optional<OpenQuestion> tried(Question question) {
        for (MadeLookup made : run.lookups()) {
            boolean expected =
                    made.lookup().answers().stream()
                            .map(Expected::question)
                            .anyMatch(question.id()::equals);
            if (expected) {
                Why why =
                        switch (made.result()) {
                            case null -> Why.NOT_HELD;
                            case ReadResult.Refused _ -> Why.REFUSED;
                            case ReadResult.Read(_, Map<QuestionId, Unusable> unusable, _) ->
                                    unusable.get(question.id()) instanceof Unusable.Missing
                                            ? Why.NOT_SAID
                                            : Why.NOT_ACCEPTED;
                        };
                return Optional.of(
                        new OpenQuestion(
                                question, why, made.lookup().type().id(), made.lookup().holder()));
            }
        }
        return Optional.empty();
    }

    private static OpenQuestion untried(
            Question question, PrefillPlan.@Nullable OpenReason reason, PrefillPlan withEverybody) {
        if (reason == PrefillPlan.OpenReason.NEEDS_AUTHORISATION) {
            for (Lookup lookup : withEverybody.lookups()) {
                if (lookup.answers().stream()
                        .anyMatch(answer -> answer.question().equals(question.id()))) {
                    return new OpenQuestion(
                            question, Why.NEEDS_AUTHORISATION, lookup.type().id(), lookup.holder());
                }
            }
        }
        Why why =
                switch (reason) {
                    case NEEDS_AUTHORISATION -> Why.NEEDS_AUTHORISATION;
                    case HOLDER_UNKNOWN -> Why.HOLDER_UNKNOWN;
                    case NO_SOURCE -> Why.NO_SOURCE;
                    // A certificate says it, but the persona was faster.
                    case null -> Why.NOT_SAID;
                };
        return new OpenQuestion(question, why, null, null);
    }

    /// For a terminal.
    ///
    /// @param explain with every answer and every open question
    public String text(Locale locale, boolean explain) {
        return new PrefillText(this, locale, explain).text();
    }

    /// For programs: the figures by name, and `plan`, `open` and `left` beside them.
    public ObjectNode json(Locale locale) {
        return new PrefillJson(this, locale).json();
    }
}
