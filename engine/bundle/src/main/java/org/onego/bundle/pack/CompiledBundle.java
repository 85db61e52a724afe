package org.onego.bundle.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Department;
import org.onego.bundle.item.Item;
import org.onego.bundle.schema.Condition;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// One version of one package, read, checked and immutable. Every reference in it resolves.
///
/// @param subjects in the order of the file
/// @param applicant first match says which subject the logged-in person is
/// @param items in the order of the file, which is the order of questions where pages don't say
///   otherwise
/// @param roles item → the item's own subject → candidates, first match
/// @param certificates which certificates it may read, and whose
/// @param personas in the order that the package declares; the first is the default
public record CompiledBundle(
        Info info,
        List<GuideQuestion> guide,
        Map<String, Subject> subjects,
        List<Role> applicant,
        List<BundleItem> items,
        Map<String, Map<String, List<Role>>> roles,
        List<Same> same,
        List<NotSame> notSame,
        List<Need> needs,
        Readable certificates,
        List<SharedStep> shared,
        List<PageSpec> pages,
        Text submitText,
        Dictionary dictionary,
        List<Persona> personas,
        List<ExpectedCase> tests) {

    /// The role that stands for the logged-in person's subject.
    public static final String APPLICANT = "applicant";

    /// The role that leaves an item's subject out.
    public static final String NOBODY = "none";

    public CompiledBundle {
        guide = List.copyOf(guide);
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        applicant = List.copyOf(applicant);
        items = List.copyOf(items);
        roles = Map.copyOf(roles);
        same = List.copyOf(same);
        notSame = List.copyOf(notSame);
        needs = List.copyOf(needs);
        shared = List.copyOf(shared);
        pages = List.copyOf(pages);
        personas = List.copyOf(personas);
        tests = List.copyOf(tests);
    }

    /// The steps that this item shares with others.
    public List<SharedStep> sharedBy(String item) {
        return shared.stream().filter(step -> step.items().contains(item)).toList();
    }

    /// The items that share this step; empty when it is an item like any other.
    public List<String> sharersOf(String step) {
        return shared.stream()
                .filter(each -> each.step().equals(step))
                .flatMap(each -> each.items().stream())
                .toList();
    }

    /// The item with this id.
    ///
    /// @throws IllegalArgumentException when the bundle has no such item
    public Item item(String id) {
        return items.stream()
                .map(BundleItem::item)
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "bundle '" + info.id() + "' has no item '" + id + "'"));
    }

    public record Info(
            String id,
            String version,
            Text title,
            Text shortTitle,
            Text summary,
            String region,
            Department lead,
            @Nullable String hotline) {}

    public record GuideQuestion(
            String id, Text title, @Nullable Text hint, Condition when, List<GuideOption> options) {
        public GuideQuestion {
            options = List.copyOf(options);
        }
    }

    /// @param stop where not null, the application ends here with this sentence
    /// @param answers subject → element → value: questions of the form that this option answers
    public record GuideOption(
            String value,
            Text title,
            @Nullable Text stop,
            Map<String, Map<ElementId, JsonNode>> answers) {
        public GuideOption {
            answers = Map.copyOf(answers);
        }
    }

    /// @param relations relation (`spouse`, `child`, …) → subject, for certificates
    /// @param consentBy the subjects who can agree in its place that its certificates are read: a
    ///   child's guardians, a company's legal representative
    /// @param when over the guide's answers; otherwise the subject is nobody
    public record Subject(
            String id,
            Text title,
            Map<String, String> relations,
            List<String> consentBy,
            Condition when) {
        public Subject {
            relations = Map.copyOf(relations);
            consentBy = List.copyOf(consentBy);
        }
    }

    /// `subject` (or [#APPLICANT], or [#NOBODY]) when the guide's answers say so.
    public record Role(String subject, Condition when) {}

    public record BundleItem(Item item, Condition when, Choice choice) {}

    /// Whether the citizen decides about an item that applies.
    public enum Choice {
        REQUIRED,
        PRESELECTED,
        OPTIONAL
    }

    /// Fields of different items that are one question.
    public record Same(Text title, List<SameField> fields) {
        public Same {
            fields = List.copyOf(fields);
        }
    }

    /// Fields of which no two are one question, though they look like it: not suggested again.
    public record NotSame(List<SameField> fields) {
        public NotSame {
            fields = List.copyOf(fields);
        }
    }

    public record SameField(String item, JsonPointer pointer, @Nullable String converter) {}

    /// `item` starts when `needs` has ended well.
    ///
    /// @param when over the guide's answers; otherwise `item` does not wait
    public record Need(String item, String needs, Condition when) {

        public Need(String item, String needs) {
            this(item, needs, Condition.ALWAYS);
        }

        public boolean isConditional() {
            return !when.equals(Condition.ALWAYS);
        }
    }

    /// A step that several items have and that is done once for all of them (联合踏勘): after those of
    /// them that are taken have been accepted, and before any of them is decided.
    ///
    /// @param step an item's folder says what it is: who does it, and what must be known for it. It
    ///   is done whenever one of `items` is selected, and is nothing to choose
    public record SharedStep(String step, List<String> items) {
        public SharedStep {
            items = List.copyOf(items);
        }
    }

    /// Which certificates a bundle may read.
    ///
    /// @param of certificate type → the subjects whose may be read, none named for anybody's; null
    ///   where the bundle doesn't say, and may read all
    public record Readable(@Nullable Map<String, Set<String>> of) {

        public static final Readable ALL = new Readable(null);

        public Readable {
            of = of == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(of));
        }

        /// Whether this subject's certificate of this type may be read.
        public boolean allows(String type, String subject) {
            Set<String> subjects = of == null ? Set.of() : of.get(type);
            return subjects != null && (subjects.isEmpty() || subjects.contains(subject));
        }

        boolean allows(String type) {
            return of == null || of.containsKey(type);
        }
    }

    /// @param subjects shown on this page
    /// @param elements shown on this page, each of one subject
    public record PageSpec(
            String id, Text title, List<String> subjects, List<SubjectElement> elements) {
        public PageSpec {
            subjects = List.copyOf(subjects);
            elements = List.copyOf(elements);
        }
    }

    public record SubjectElement(String subject, ElementId element) {}
}
