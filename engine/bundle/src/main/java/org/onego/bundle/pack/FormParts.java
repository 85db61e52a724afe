package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.Text;
import org.onego.bundle.schema.Condition;
import tools.jackson.databind.node.ObjectNode;

/// What walking a form's schema gathers: its fields, and who demands what when.
///
/// @param fields in the order of the schema
/// @param subjects the objects and groups that fields stand in, each with its subject
/// @param demands per place, the conditions under which the object around it demands it
record FormParts(
        Map<Place, FieldPart> fields,
        Map<Place, String> subjects,
        Map<Place, List<Demand>> demands) {

    FormParts() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void demand(Place place, Condition when, boolean branch, Spot spot) {
        demands.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Demand(when, branch, spot));
    }

    List<Demand> demandsOf(Place place) {
        return demands.getOrDefault(place, List.of());
    }

    /// @param spot where the field's schema stands
    record FieldPart(
            Spot spot,
            String subject,
            @Nullable Element element,
            Text title,
            @Nullable Text hint,
            ObjectNode schema) {}

    /// @param branch whether it stands in a `then` or `else`, which also says when it is shown
    /// @param spot where it is demanded
    record Demand(Condition when, boolean branch, Spot spot) {}
}
