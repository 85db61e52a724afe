package org.onego.bundle.prefill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.element.CertificateType.HolderKind;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.merge.Rows;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Subject;

/// Every look-up that could be made for a form, and what it would answer.
///
/// @param questions the open questions, by their index
/// @param subjects the subjects that exist, each by its index: the number of its bit
record Candidates(List<QuestionId> questions, List<String> subjects, List<Candidate> all) {

    Candidates {
        if (subjects.size() > Long.SIZE) {
            throw new IllegalArgumentException(
                    subjects.size() + " subjects in one form; " + Long.SIZE + " are possible");
        }
    }

    /// The bits of these subjects.
    long bits(Collection<String> some) {
        return bits(subjects, some);
    }

    private static long bits(List<String> subjects, Collection<String> some) {
        long bits = 0;
        for (String subject : some) {
            int index = subjects.indexOf(subject);
            bits |= index < 0 ? 0 : 1L << index;
        }
        return bits;
    }

    static Candidates of(CompiledBundle bundle, MergedForm form, PrefillRequest request) {
        List<QuestionId> questions = new ArrayList<>();
        Map<String, Map<ElementId, List<Integer>>> askedFor = new HashMap<>();
        for (Question question : form.questions().values()) {
            if (question.source() instanceof Source.Asked
                    && request.open().contains(question.id())) {
                index(form.selection(), question, questions.size(), askedFor);
                questions.add(question.id());
            }
        }
        List<String> subjects =
                bundle.subjects().keySet().stream()
                        .filter(form.selection().subjects()::contains)
                        .toList();
        Set<String> companies = companies(form);
        List<Candidate> all = new ArrayList<>();
        for (CertificateType type : bundle.dictionary().certificateTypes().values()) {
            for (String id : subjects) {
                HolderKind kind = companies.contains(id) ? HolderKind.COMPANY : HolderKind.PERSON;
                Subject holder = bundle.subjects().get(id);
                if (holder != null && type.holder() == kind && mayBeRead(bundle, form, type, id)) {
                    all.add(
                            candidate(
                                    all.size(),
                                    type,
                                    holder,
                                    subjects,
                                    questions.size(),
                                    askedFor));
                }
            }
        }
        return new Candidates(questions, subjects, all);
    }

    /// The host app hands over one person only, who is logged in.
    private static boolean mayBeRead(
            CompiledBundle bundle, MergedForm form, CertificateType type, String subject) {
        return type.isHostProfile()
                ? subject.equals(form.selection().applicant())
                : bundle.certificates().allows(type.id(), subject);
    }

    private static Candidate candidate(
            int index,
            CertificateType type,
            Subject holder,
            List<String> subjects,
            int questions,
            Map<String, Map<ElementId, List<Integer>>> askedFor) {
        Map<String, String> about = new LinkedHashMap<>();
        Set<String> identifies = new HashSet<>();
        holder.relations()
                .forEach((relation, subject) -> {
                    CertificateType.Identity identity = type.about().get(relation);
                    if (identity != null && subjects.contains(subject)) {
                        about.put(relation, subject);
                        if (identity.idNo() != null && identity.each() == null) {
                            identifies.add(subject);
                        }
                    }
                });
        Map<Integer, Answer> answers = new HashMap<>();
        QuestionSet covers = QuestionSet.ofSize(questions);
        for (Answer answer : type.answers()) {
            String subject =
                    answer.about().equals(CertificateType.HOLDER)
                            ? holder.id()
                            : about.get(answer.about());
            if (subject != null && type.lists(answer.about())) {
                subject = RowSubject.every(subject);
            }
            for (int question : find(askedFor, subject, answer.element())) {
                answers.merge(question, answer, Candidates::better);
                covers.add(question);
            }
        }
        return new Candidate(
                index,
                type,
                holder.id(),
                about,
                answers,
                covers,
                bits(subjects, Set.of(holder.id())),
                bits(subjects, identifies),
                type.isHostProfile());
    }

    private static List<Integer> find(
            Map<String, Map<ElementId, List<Integer>>> askedFor,
            @Nullable String subject,
            ElementId element) {
        Map<ElementId, List<Integer>> elements = subject == null ? null : askedFor.get(subject);
        return elements == null ? List.of() : elements.getOrDefault(element, List.of());
    }

    private static Answer better(Answer first, Answer second) {
        return first.edit() == Edit.EDITABLE && second.edit() == Edit.LOCKED ? second : first;
    }

    /// A question is answered by its own element about its subject, and by that of every field it
    /// stands for whose value is the same.
    private static void index(
            Selection selection,
            Question question,
            int index,
            Map<String, Map<ElementId, List<Integer>>> askedFor) {
        if (question.element() != null) {
            put(askedFor, question.id().subject(), question.element().id(), index);
        }
        for (Origin origin : question.origins()) {
            ElementId element = origin.field().element();
            String subject = Rows.person(selection, origin.item(), origin.field().subject());
            if (origin.converter() == null && element != null && subject != null) {
                put(askedFor, subject, element, index);
            }
        }
    }

    private static void put(
            Map<String, Map<ElementId, List<Integer>>> askedFor,
            String subject,
            ElementId element,
            int index) {
        // A certificate that lists several answers for every row at once.
        String whom =
                RowSubject.isRow(subject)
                        ? RowSubject.every(RowSubject.declared(subject))
                        : subject;
        List<Integer> questions =
                askedFor.computeIfAbsent(whom, _ -> new HashMap<>())
                        .computeIfAbsent(element, _ -> new ArrayList<>(1));
        if (!questions.contains(index)) {
            questions.add(index);
        }
    }

    /// A subject of whom the form asks what only companies have.
    private static Set<String> companies(MergedForm form) {
        Set<String> companies = new HashSet<>();
        for (Question question : form.questions().values()) {
            if (question.element() != null
                    && question.element().id().namespace().equals(Identities.COMPANY)) {
                companies.add(question.id().subject());
            }
        }
        return companies;
    }
}
