package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.pack.FormParts.Demand;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Conditions;

/// When each field is required and when it is shown, out of what the schema demands and what the
/// layout says.
final class FormRules {

    private final FormParts parts;
    private final UiLayout layout;
    private final Conditions conditions;

    FormRules(FormParts parts, UiLayout layout, Conditions conditions) {
        this.parts = parts;
        this.layout = layout;
        this.conditions = conditions;
    }

    /// Some condition under which it is demanded holds, and the object that demands it is there.
    Condition required(Place place) {
        List<Condition> options = new ArrayList<>();
        for (Demand demand : parts.demandsOf(place)) {
            options.add(Conditions.all(List.of(present(place.parent()), demand.when())));
        }
        return Conditions.any(options);
    }

    /// An object is in the document when it is demanded, or when something in it is answered.
    private Condition present(Place place) {
        if (place.isRoot()) {
            return Condition.ALWAYS;
        }
        Condition required = required(place);
        return required.equals(Condition.ALWAYS)
                ? required
                : Conditions.any(List.of(required, conditions.exists(place.pointer())));
    }

    /// What the layout says; where it says nothing, a field or object that is demanded only by
    /// branches of conditions is shown when one of these holds.
    Condition visible(Place place) {
        List<Condition> rules = layout.rules(place);
        if (!rules.isEmpty()) {
            return Conditions.all(rules);
        }
        List<Condition> path = new ArrayList<>();
        for (Place step = place; !step.isRoot(); step = step.parent()) {
            List<Demand> demands = parts.demandsOf(step);
            if (!demands.isEmpty() && demands.stream().allMatch(Demand::branch)) {
                path.add(Conditions.any(demands.stream().map(Demand::when).toList()));
            }
        }
        return Conditions.all(path);
    }
}
