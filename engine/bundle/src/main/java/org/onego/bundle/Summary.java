package org.onego.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onego.bundle.item.Material;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Question.Source;

/// What a bundle saves one persona, in figures.
///
/// @param fields of the selected items' own forms, in sum
/// @param questions that are asked of this persona: neither given by the guide nor deferred
/// @param deferred questions that another item of the bundle answers
/// @param prefilled of the questions, those that the applicant's own certificates answer
/// @param typed the rest
/// @param materialsBefore documents that the items ask this persona for, one by one
/// @param materialsAfter documents that remain to be uploaded
public record Summary(
        int fields,
        int questions,
        int deferred,
        int prefilled,
        int typed,
        int materialsBefore,
        int materialsAfter) {

    public static Summary of(PublishedBundle bundle, PersonaRun run) {
        int questions = run.state().visible().size();
        int prefilled = run.prefilled().size();
        return new Summary(
                run.form().fields(),
                questions,
                (int)
                        run.form().questions().values().stream()
                                .filter(question -> question.source() instanceof Source.Deferred)
                                .count(),
                prefilled,
                questions - prefilled,
                materialsBefore(bundle, run),
                (int)
                        run.materials().stream()
                                .filter(material -> material.supply() instanceof Supply.Upload)
                                .count());
    }

    private static int materialsBefore(PublishedBundle bundle, PersonaRun run) {
        int count = 0;
        for (String id : run.form().selection().items()) {
            var document = bundle.project(run.form(), id, run.answers());
            Map<String, String> roles = run.form().selection().roles().getOrDefault(id, Map.of());
            for (Material material : bundle.compiled().item(id).materials()) {
                boolean somebody = material.about() == null || roles.containsKey(material.about());
                if (somebody && material.when().test(document)) {
                    count++;
                }
            }
        }
        return count;
    }

    /// The figures by name, in their order.
    public Map<String, Integer> figures() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("fields", fields);
        figures.put("questions", questions);
        figures.put("deferred", deferred);
        figures.put("prefilled", prefilled);
        figures.put("typed", typed);
        figures.put("materialsBefore", materialsBefore);
        figures.put("materialsAfter", materialsAfter);
        return figures;
    }
}
