package org.onego.bundle.guide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Need;
import tools.jackson.databind.JsonNode;

/// Which items apply and who plays which role: all that the merge depends on.
///
/// @param items in the bundle's order
/// @param applicant the subject that the logged-in person is
/// @param subjects the bundle's subjects that exist here; `child_2` says that `child` is repeated
///   and has two rows
/// @param roles item → the item's own subject → the bundle's subject; a subject that is nobody is
///   not in the map
/// @param lifted needs of the bundle whose condition the guide's answers don't meet
/// @param given subject → element → value: questions that the guide has answered
public record Selection(
        List<String> items,
        String applicant,
        Set<String> subjects,
        Map<String, Map<String, String>> roles,
        Map<String, Map<ElementId, JsonNode>> given,
        Set<Need> lifted) {
    public Selection {
        items = List.copyOf(items);
        subjects = Set.copyOf(subjects);
        roles = Map.copyOf(roles);
        given = Map.copyOf(given);
        lifted = Set.copyOf(lifted);
    }

    /// Every need of the bundle holds.
    public Selection(
            List<String> items,
            String applicant,
            Set<String> subjects,
            Map<String, Map<String, String>> roles,
            Map<String, Map<ElementId, JsonNode>> given) {
        this(items, applicant, subjects, roles, given, Set.of());
    }

    /// The needs that hold here, also those of items that are not selected.
    public List<Need> needs(CompiledBundle bundle) {
        return bundle.needs().stream().filter(need -> !lifted.contains(need)).toList();
    }

    /// With so many rows of a repeated subject.
    public Selection withRows(String repeated, int count) {
        Set<String> more = new LinkedHashSet<>(subjects);
        more.removeIf(subject ->
                RowSubject.isRow(subject) && RowSubject.declared(subject).equals(repeated));
        more.add(RowSubject.of(repeated, count));
        return new Selection(items, applicant, more, roles, given, lifted);
    }
}
