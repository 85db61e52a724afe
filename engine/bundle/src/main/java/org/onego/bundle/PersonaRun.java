package org.onego.bundle;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.pack.Persona.HeldCertificate;
import org.onego.bundle.prefill.Certificate;
import org.onego.bundle.prefill.CertificateReader;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.ListedRows;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlan.Expected;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.PrefillPlan.Wave;
import org.onego.bundle.prefill.PrefillRequest;
import org.onego.bundle.prefill.Prefilled;
import org.onego.bundle.prefill.ReadResult;
import org.onego.bundle.rule.FormState;
import tools.jackson.databind.JsonNode;

/// A persona's way through the bundle, from the guide to the last answer: first the applicant's own
/// certificates are read, then the persona types.
///
/// @param answers all of them: read, typed, and what the guide has given
/// @param prefilled what came from which certificate
/// @param state what is visible and required in the end
/// @param materials what has to come in somehow
/// @param lookups in the order in which they were made
public record PersonaRun(
        Persona persona,
        MergedForm form,
        Answers answers,
        Map<QuestionId, Prefilled> prefilled,
        FormState state,
        List<MergedMaterial> materials,
        List<MadeLookup> lookups) {

    public PersonaRun {
        prefilled = Map.copyOf(prefilled);
        materials = List.copyOf(materials);
        lookups = List.copyOf(lookups);
    }

    /// A look-up that was made on the way.
    ///
    /// @param wave from 1; 0 for what is known at login, which costs no look-up
    /// @param result null: the persona has no such certificate
    /// @param answered what it answered
    public record MadeLookup(
            int wave, Lookup lookup, @Nullable ReadResult result, List<QuestionId> answered) {
        public MadeLookup {
            answered = List.copyOf(answered);
        }

        /// When it is looked at again for further questions.
        MadeLookup and(MadeLookup later) {
            Set<Expected> expected = new LinkedHashSet<>(lookup.answers());
            expected.addAll(later.lookup().answers());
            Set<String> materials = new LinkedHashSet<>(lookup.materials());
            materials.addAll(later.lookup().materials());
            List<QuestionId> all = new ArrayList<>(answered);
            all.addAll(later.answered());
            return new MadeLookup(
                    wave,
                    new Lookup(
                            lookup.type(),
                            lookup.holder(),
                            lookup.about(),
                            List.copyOf(expected),
                            List.copyOf(materials)),
                    result instanceof ReadResult.Read(_, var unusable, _)
                                    && !unusable.isEmpty()
                                    && later.result()
                                            instanceof
                                            ReadResult.Read(var answers, var more, var known)
                            ? new ReadResult.Read(answers, union(unusable, more), known)
                            : later.result(),
                    all);
        }

        private static Map<QuestionId, ReadResult.Unusable> union(
                Map<QuestionId, ReadResult.Unusable> some,
                Map<QuestionId, ReadResult.Unusable> more) {
            Map<QuestionId, ReadResult.Unusable> all = new LinkedHashMap<>(some);
            all.putAll(more);
            return all;
        }

        /// Whether it brought anything: answers, or a certificate in place of a material.
        public boolean contributes() {
            return result instanceof ReadResult.Read
                    && (!answered.isEmpty() || !lookup.materials().isEmpty());
        }
    }

    /// What the guide makes of the persona's answers; those who say nothing about the choice take
    /// what is preselected.
    public static GuideOutcome guide(PublishedBundle bundle, Persona persona) {
        return bundle.guideAsUsual(answers(persona));
    }

    /// What the persona says to the guide.
    public static GuideAnswers answers(Persona persona) {
        Set<String> chosen = persona.chosen() == null ? null : Set.copyOf(persona.chosen());
        return new GuideAnswers(persona.guide(), chosen, rows(persona));
    }

    private static Map<String, Integer> rows(Persona persona) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String subject : persona.answers().keySet()) {
            if (RowSubject.isRow(subject)) {
                rows.merge(RowSubject.declared(subject), RowSubject.number(subject), Math::max);
            }
        }
        return rows;
    }

    /// Empty when the guide does not lead this persona to a form.
    ///
    /// @param clock when the certificates are read
    public static Optional<PersonaRun> of(
            PublishedBundle bundle, Persona persona, InstantSource clock) {
        return guide(bundle, persona) instanceof GuideOutcome.Complete(Selection selection)
                ? Optional.of(of(bundle, persona, selection, Map.of(), clock))
                : Optional.empty();
    }

    /// The persona's way to another form than its own, with answers that precede its own.
    ///
    /// @param said what is answered to questions of the form, whatever the persona would type
    public static PersonaRun of(
            PublishedBundle bundle,
            Persona persona,
            Selection selection,
            Map<QuestionId, JsonNode> said,
            InstantSource clock) {
        return new Run(bundle, persona, clock, bundle.form(selection), said).run();
    }

    /// What this persona has to type.
    public Set<QuestionId> typed() {
        Set<QuestionId> typed = new LinkedHashSet<>(form.questions().keySet());
        typed.retainAll(state.visible());
        typed.removeAll(prefilled.keySet());
        return typed;
    }

    private static final class Run {

        private final PublishedBundle bundle;
        private final Persona persona;
        private final InstantSource clock;
        private final CertificateReader reader;
        private final Map<QuestionId, Prefilled> prefilled = new LinkedHashMap<>();
        private final Set<CertificateOf> tried = new LinkedHashSet<>();
        private final Map<CertificateOf, MadeLookup> made = new LinkedHashMap<>();
        private final Set<QuestionId> typed = new LinkedHashSet<>();
        private MergedForm form;
        private Answers answers = Answers.NONE;
        private Identities identities;
        private int waves;

        Run(
                PublishedBundle bundle,
                Persona persona,
                InstantSource clock,
                MergedForm form,
                Map<QuestionId, JsonNode> said) {
            this.bundle = bundle;
            this.persona = persona;
            this.clock = clock;
            this.form = form;
            this.reader = new CertificateReader(bundle.compiler());
            said.forEach((question, value) -> {
                typed.add(question);
                answers = answers.with(question, value);
            });
            Persona.Person person = persona.person();
            this.identities =
                    Identities.ofLogin(form.selection().applicant(), person.idNo(), person.name());
        }

        PersonaRun run() {
            type(subject -> !RowSubject.isRow(subject));
            // Answers make further questions visible, and certificates name further people.
            while (readOnce()) {}
            type(RowSubject::isRow);
            while (readOnce()) {}
            FormState state = bundle.state(form, answers);
            prefilled.keySet().retainAll(state.visible());
            return new PersonaRun(
                    persona,
                    form,
                    form.withGiven(answers),
                    prefilled,
                    state,
                    bundle.materials(form, answers),
                    List.copyOf(made.values()));
        }

        /// Nobody types what stands there already.
        private void type(Predicate<String> subjects) {
            for (var subject : persona.answers().entrySet()) {
                for (var value : subject.getValue().entrySet()) {
                    Question question =
                            subjects.test(subject.getKey())
                                    ? form.asking(subject.getKey(), value.getKey())
                                    : null;
                    if (question != null && answers.get(question.id()) == null) {
                        typed.add(question.id());
                        answers = answers.with(question.id(), value.getValue());
                    }
                }
            }
        }

        /// One plan carried out; whether it brought anything that a further one could build on.
        private boolean readOnce() {
            Set<QuestionId> open = new LinkedHashSet<>(form.questions().keySet());
            open.retainAll(bundle.state(form, answers).visible());
            open.removeIf(question -> answers.get(question) != null);
            PrefillRequest request =
                    PrefillRequest.of(form, PrefillRequest.inUntouchedRows(open, typed), Set.of())
                            .withKnown(identities)
                            .withMaterials(bundle.materials(form, answers))
                            .withUnavailable(tried);
            boolean progress = false;
            for (Wave wave : bundle.prefillPlan(form, request).waves()) {
                // What was read before is not read again.
                boolean begins =
                        wave.lookups().stream()
                                .filter(lookup -> !lookup.type().isHostProfile())
                                .anyMatch(lookup -> !made.containsKey(lookup.certificate()));
                waves += begins ? 1 : 0;
                for (Lookup lookup : wave.lookups()) {
                    Optional<Certificate> certificate = held(lookup);
                    progress |=
                            certificate.isPresent()
                                    ? read(lookup, certificate.get())
                                    : notHeld(lookup);
                }
            }
            return progress;
        }

        private boolean notHeld(Lookup lookup) {
            note(lookup, null, List.of());
            return tried.add(lookup.certificate());
        }

        private void note(Lookup lookup, @Nullable ReadResult result, List<QuestionId> answered) {
            int wave = lookup.type().isHostProfile() ? 0 : waves;
            made.merge(
                    lookup.certificate(),
                    new MadeLookup(wave, lookup, result, answered),
                    MadeLookup::and);
        }

        private Optional<Certificate> held(Lookup lookup) {
            return persona.certificates().stream()
                    .filter(held -> held.type().equals(lookup.type().id()))
                    .filter(held -> held.holder().equals(persona.person().idNo()))
                    .map(this::presented)
                    .findFirst();
        }

        private Certificate presented(HeldCertificate held) {
            return new Certificate(
                    held.type(),
                    held.type() + ":" + held.number(),
                    held.number(),
                    held.holder(),
                    held.issued(),
                    held.expires(),
                    held.attributes(),
                    clock.instant());
        }

        /// A list fills as many rows as it has entries, unless the persona says how many there are.
        private boolean listed(Lookup lookup, Certificate certificate) {
            Set<String> said = rows(persona).keySet();
            Selection longer = form.selection();
            for (var rows : ListedRows.of(lookup, certificate, bundle.repeated(form)).entrySet()) {
                if (!said.contains(rows.getKey())) {
                    longer = longer.withRows(rows.getKey(), rows.getValue());
                }
            }
            if (longer.equals(form.selection())) {
                return false;
            }
            form = bundle.form(longer);
            return true;
        }

        /// Whether it answered a question, or can now be ruled out. What was read before is looked
        /// at again when its answers have made further questions visible.
        private boolean read(Lookup lookup, Certificate certificate) {
            ReadResult result = reader.read(lookup, certificate, form, identities);
            if (!(result instanceof ReadResult.Read(var values, _, Identities known))) {
                note(lookup, result, List.of());
                return tried.add(lookup.certificate());
            }
            List<QuestionId> answered = new ArrayList<>();
            boolean more = !known.known().equals(identities.known()) | listed(lookup, certificate);
            identities = known;
            for (Prefilled value : values) {
                if (answers.get(value.question()) == null) {
                    answers = answers.with(value.question(), value.value());
                    prefilled.put(value.question(), value);
                    answered.add(value.question());
                    more = true;
                }
            }
            note(lookup, result, answered);
            return more || tried.add(lookup.certificate());
        }
    }
}
