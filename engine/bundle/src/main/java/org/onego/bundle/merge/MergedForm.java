package org.onego.bundle.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.guide.Selection;

/// The items' forms as one form.
///
/// @param questions by id, in the order in which they are asked
/// @param conflicts empty for every bundle that could be published
/// @param fields how many fields the items' own forms have in sum
/// @param materialsBefore how many documents the items ask for in sum, one by one
public record MergedForm(
        Selection selection,
        Map<QuestionId, Question> questions,
        List<MergedMaterial> materials,
        List<Conflict> conflicts,
        int fields,
        int materialsBefore) {
    public MergedForm {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        materials = List.copyOf(materials);
        conflicts = List.copyOf(conflicts);
    }

    public @Nullable Question question(QuestionId id) {
        return questions.get(id);
    }
}
