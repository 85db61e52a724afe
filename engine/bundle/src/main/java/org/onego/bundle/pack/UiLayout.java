package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Conditions;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.core.JsonPointer;

/// A JSON Forms UI schema: the order of the fields, and the rules that show and hide them. A rule
/// on a layout or group is a rule of every field in it.
final class UiLayout {

    private final FormParts parts;
    private final JsonSchemas schemas;
    private final Conditions conditions;
    private final Findings findings;
    private final Map<Place, List<Condition>> rules = new LinkedHashMap<>();
    private final Set<Place> order = new LinkedHashSet<>();

    private UiLayout(
            FormParts parts, JsonSchemas schemas, Conditions conditions, Findings findings) {
        this.parts = parts;
        this.schemas = schemas;
        this.conditions = conditions;
        this.findings = findings;
    }

    /// @param ui the UI schema, or null when the item has none
    static UiLayout read(
            @Nullable Spot ui,
            FormParts parts,
            JsonSchemas schemas,
            Conditions conditions,
            Findings findings) {
        var layout = new UiLayout(parts, schemas, conditions, findings);
        if (ui != null) {
            layout.read(ui, List.of());
            layout.warnOfForgotten(ui);
        }
        return layout;
    }

    /// Every field, in the order of the layout; what it does not name follows in the order of the
    /// schema.
    Collection<Place> order() {
        Set<Place> all = new LinkedHashSet<>(order);
        all.addAll(parts.fields().keySet());
        return all;
    }

    /// What must hold for a field to be shown; empty when the layout has no rule about it.
    List<Condition> rules(Place place) {
        return rules.getOrDefault(place, List.of());
    }

    private void read(Spot element, List<Condition> outer) {
        List<Condition> inner = new ArrayList<>(outer);
        Spot rule = element.at("rule");
        if (rule.present()) {
            condition(rule.at("condition"))
                    .map(condition ->
                            rule.at("effect").string().equals("HIDE")
                                    ? Conditions.not(condition)
                                    : condition)
                    .ifPresent(inner::add);
        }
        if (element.at("type").string().equals("Control")) {
            control(element.at("scope"), inner);
        }
        element.at("elements").elements().forEach(each -> read(each, inner));
    }

    private void control(Spot scope, List<Condition> when) {
        Optional<Place> place = place(scope);
        if (place.isEmpty()) {
            return;
        }
        List<Place> shown =
                parts.fields().keySet().stream().filter(field -> isIn(field, place.get())).toList();
        for (Place field : shown) {
            order.add(field);
            if (!when.isEmpty()) {
                if (field.group() != null) {
                    findings.warn(
                            scope,
                            "rows of '"
                                    + field.group()
                                    + "' can't be shown and hidden by a rule"
                                    + " about the whole document",
                            "leave the rule out, or ask with the guide");
                } else {
                    rules.computeIfAbsent(field, _ -> new ArrayList<>()).addAll(when);
                }
            }
        }
    }

    private static boolean isIn(Place field, Place control) {
        String at = control.toString();
        return field.toString().equals(at) || field.toString().startsWith(at + "/");
    }

    private Optional<Condition> condition(Spot spot) {
        if (spot.at("conditions").present()) {
            List<Condition> all =
                    spot.at("conditions").elements().stream()
                            .flatMap(each -> condition(each).stream())
                            .toList();
            return Optional.of(
                    spot.at("type").string().equals("OR")
                            ? Conditions.any(all)
                            : Conditions.all(all));
        }
        Optional<Place> place = place(spot.at("scope"));
        Spot schema = spot.at("schema");
        if (place.isEmpty() || SchemaFindings.compile(schemas, schema, findings) == null) {
            return Optional.empty();
        }
        if (place.get().group() != null) {
            findings.error(
                    spot.at("scope"),
                    "the rule looks into the rows of '" + place.get().group() + "'",
                    "let it look at a field outside the group");
            return Optional.empty();
        }
        JsonPointer at = place.get().pointer();
        Condition holds = conditions.matches(at, schema.node());
        return Optional.of(
                Conditions.implies(holds, at)
                        ? holds
                        : Conditions.all(List.of(conditions.exists(at), holds)));
    }

    /// `#/properties/a/properties/b` → `/a/b`; `…/children/items/properties/name` → a row's field.
    private Optional<Place> place(Spot scope) {
        Place place = Place.ROOT;
        JsonPointer rest = JsonPointer.compile(scope.string().substring(1));
        while (!rest.matches()) {
            if (rest.getMatchingProperty().equals("properties") && !rest.tail().matches()) {
                place = place.child(rest.tail().getMatchingProperty());
                rest = rest.tail().tail();
            } else if (rest.getMatchingProperty().equals("items") && place.group() == null) {
                place = place.row();
                rest = rest.tail();
            } else {
                return unknown(scope);
            }
        }
        boolean known =
                place.isRoot()
                        || parts.fields().containsKey(place)
                        || parts.subjects().containsKey(place);
        return known ? Optional.of(place) : unknown(scope);
    }

    private Optional<Place> unknown(Spot scope) {
        Set<String> scopes =
                parts.fields().keySet().stream()
                        .map(UiLayout::scope)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        findings.error(
                scope,
                "'" + scope.string() + "' leads to no field of form.schema.json",
                Nearest.advice(scope.string(), scopes, "correct it, or leave the control out"));
        return Optional.empty();
    }

    private static String scope(Place place) {
        StringBuilder scope = new StringBuilder("#");
        for (JsonPointer rest = JsonPointer.compile(place.toString());
                !rest.matches();
                rest = rest.tail()) {
            String step = rest.getMatchingProperty();
            scope.append(step.equals("*") ? "/items" : "/properties/" + step);
        }
        return scope.toString();
    }

    private void warnOfForgotten(Spot ui) {
        for (Place field : parts.fields().keySet()) {
            if (!order.contains(field)) {
                findings.warn(
                        ui,
                        "the layout does not name the field '"
                                + field
                                + "'; it is shown at the end",
                        "add a Control with the scope " + scope(field));
            }
        }
    }
}
