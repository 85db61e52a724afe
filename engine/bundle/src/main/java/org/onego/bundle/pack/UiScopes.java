package org.onego.bundle.pack;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;

/// The scopes of a JSON Forms UI schema, which point into the form's schema.
final class UiScopes {

    private final FormParts parts;
    private final Findings findings;

    UiScopes(FormParts parts, Findings findings) {
        this.parts = parts;
        this.findings = findings;
    }

    /// `#/properties/a/properties/b` → `/a/b`; `…/children/items/properties/name` → a row's field.
    ///
    /// @param base the document, or the row from which the scope leads on
    Optional<Place> place(Spot scope, Place base) {
        Place place = base;
        JsonPointer rest = JsonPointer.compile(scope.string().substring(1));
        while (!rest.matches()) {
            if (rest.getMatchingProperty().equals("properties") && !rest.tail().matches()) {
                place = place.child(rest.tail().getMatchingProperty());
                rest = rest.tail().tail();
            } else if (rest.getMatchingProperty().equals("items") && place.group() == null) {
                place = place.row();
                rest = rest.tail();
            } else {
                return unknown(scope, base);
            }
        }
        boolean known =
                place.isRoot()
                        || parts.fields().containsKey(place)
                        || parts.subjects().containsKey(place);
        return known ? Optional.of(place) : unknown(scope, base);
    }

    private Optional<Place> unknown(Spot scope, Place base) {
        Set<String> scopes =
                parts.fields().keySet().stream()
                        .filter(field ->
                                base.group() == null || Objects.equals(field.group(), base.group()))
                        .map(field ->
                                base.group() == null
                                        ? scope(field)
                                        : scope(new Place(null, field.pointer())))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        findings.error(
                scope,
                "'" + scope.string() + "' leads to no field of form.schema.json",
                Nearest.advice(scope.string(), scopes, "correct it, or leave the control out"));
        return Optional.empty();
    }

    /// The scope of a field, from the document's root.
    static String scope(Place place) {
        StringBuilder scope = new StringBuilder("#");
        JsonPointer rest = JsonPointer.compile(place.toString());
        while (!rest.matches()) {
            String step = rest.getMatchingProperty();
            scope.append(step.equals("*") ? "/items" : "/properties/" + step);
            rest = rest.tail();
        }
        return scope.toString();
    }
}
