package org.onego.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.PrefillRequest;

/// Which of 20 types of certificates to read for 300 questions about five people, four of whom are
/// known only by the certificates of others.
final class PrefillBench {

    private static final int TYPES = 20;
    private static final int ELEMENTS = 58;
    private static final int ANSWERS = 12;
    private static final List<String> PEOPLE = List.of("me", "spouse", "child", "mother", "father");
    private static final List<String> RELATIONS = PEOPLE.subList(1, PEOPLE.size());

    private final CompiledBundle compiled = bundle();
    private final PublishedBundle bundle = new PublishedBundle(compiled);
    private final MergedForm form = bundle.form(SampleForms.selection(bundle));
    private final PrefillRequest request =
            PrefillRequest.of(form, form.questions().keySet(), Set.copyOf(PEOPLE));

    static List<Figure> measure() {
        PrefillBench sample = new PrefillBench();
        PrefillPlan plan = sample.plan();
        int lookups = plan.waves().stream().mapToInt(wave -> wave.lookups().size()).sum();
        EachModel each = EachModel.of(List.of(sample), PrefillBench::greedy, PrefillBench::plan);
        Figure greedy =
                Figure.baseline(
                        "each time what answers most: %d look-ups"
                                .formatted(sample.greedy().size()),
                        each.percentile(0, 50));
        String planned =
                "planned: %d look-ups in %d waves, %d questions"
                        .formatted(lookups, plan.waves().size(), sample.form.questions().size());
        return List.of(greedy, Figure.within(planned, each.percentile(1, 50), greedy, 1e6));
    }

    private PrefillPlan plan() {
        return PrefillPlanner.plan(compiled, form, request);
    }

    /// What one would write at first: read whatever answers most of what is open, again and again.
    private Set<CertificateOf> greedy() {
        return new GreedyPlan(compiled, form, PEOPLE.getFirst()).find();
    }

    private static CompiledBundle bundle() {
        PackageFolder folder = new PackageFolder();
        folder.put("elements/person.yaml", identity());
        folder.put("elements/sample.yaml", elements());
        for (int type = 0; type < TYPES; type++) {
            folder.put("certificates/type-%d.yaml".formatted(type), type(type));
        }
        String relations =
                RELATIONS.stream()
                        .map(each -> each + ": " + each)
                        .collect(Collectors.joining(", ", "{", "}"));
        folder.bundle(
                """
                subjects:
                  me: {title: 本人, relations: %s}
                %s
                applicant: [{subject: me}]
                items: [{item: large}]
                """
                        .formatted(
                                relations,
                                RELATIONS.stream()
                                        .map(each -> "  %s: {title: %s}".formatted(each, each))
                                        .collect(Collectors.joining("\n"))));
        folder.item(
                "large",
                PEOPLE.stream()
                        .map(PrefillBench::person)
                        .collect(
                                Collectors.joining(
                                        ", ", "{\"type\": \"object\", \"properties\": {", "}}")));
        return folder.read();
    }

    private static String identity() {
        return """
        namespace: person
        elements:
          name: {title: 姓名, schema: {type: string}}
          idNo: {title: 证件号码, schema: {type: string}}
        """;
    }

    private static String elements() {
        return IntStream.range(0, ELEMENTS)
                .mapToObj(i -> "  e%d: {title: 数据元 %d, schema: {type: string}}".formatted(i, i))
                .collect(Collectors.joining("\n", "namespace: sample\nelements:\n", "\n"));
    }

    private static String person(String subject) {
        String elements =
                IntStream.range(0, ELEMENTS)
                        .mapToObj(
                                i -> "\"e%d\": {\"$ref\": \"element:sample.e%d\"}".formatted(i, i))
                        .collect(Collectors.joining(", "));
        return """
        "%s": {"type": "object", "x-subject": "%s", "properties": {"name": {"$ref": "element:person.name"},
          "idNo": {"$ref": "element:person.idNo"}, %s}}
        """
                .formatted(subject, subject, elements);
    }

    /// Each answers a dozen elements about its holder and, every third, some about a relation.
    private static String type(int type) {
        StringBuilder attributes = new StringBuilder();
        StringBuilder answers = new StringBuilder();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < ANSWERS; i++) {
            int element = (type * 7 + i * i + i) % ELEMENTS;
            if (taken.add(element)) {
                attributes.append(
                        "  a%d: {title: 属性, schema: {type: string}}\n".formatted(element));
                answers.append(
                        "  - {attribute: a%d, element: sample.e%d, about: holder, edit: locked}\n"
                                .formatted(element, element));
            }
        }
        String about = "";
        if (type % 3 == 0) {
            String relation = RELATIONS.get(type / 3 % RELATIONS.size());
            about = "about:\n  %s: {name: otherName, idNo: otherIdNo}\n".formatted(relation);
            attributes.append("  otherName: {title: 姓名, schema: {type: string}}\n");
            attributes.append("  otherIdNo: {title: 证件号码, schema: {type: string}}\n");
            answers.append(
                    """
                      - {attribute: otherName, element: person.name, about: %s, edit: locked}
                      - {attribute: otherIdNo, element: person.idNo, about: %s, edit: locked}
                    """
                            .formatted(relation, relation));
        }
        return """
        id: type-%d
        title: 证照 %d
        kind: certificate
        typeCode: null
        typeCodeSource: unsourced
        issuer: {name: 发证机关, code: null}
        holder: person
        attributes:
        %s%sanswers:
        %svalidity: {years: null}
        """
                .formatted(type, type, attributes, about, answers);
    }
}
