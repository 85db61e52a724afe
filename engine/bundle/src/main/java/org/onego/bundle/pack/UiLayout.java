package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final UiScopes scopes;
    private final Findings findings;
    private final Map<Place, List<Condition>> rules = new LinkedHashMap<>();
    private final Set<Place> order = new LinkedHashSet<>();

    private UiLayout(
            FormParts parts, JsonSchemas schemas, Conditions conditions, Findings findings) {
        this.parts = parts;
        this.schemas = schemas;
        this.conditions = conditions;
        this.scopes = new UiScopes(parts, findings);
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
            layout.read(ui, Place.ROOT, List.of());
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

    /// @param base the document, or the row that a layout in `options.detail` is about
    private void read(Spot element, Place base, List<Condition> outer) {
        List<Condition> inner = new ArrayList<>(outer);
        Spot rule = element.at("rule");
        if (rule.present()) {
            condition(rule.at("condition"), base)
                    .map(condition ->
                            rule.at("effect").string().equals("HIDE")
                                    ? Conditions.not(condition)
                                    : condition)
                    .ifPresent(inner::add);
        }
        if (element.at("type").string().equals("Control")) {
            scopes.place(element.at("scope"), base)
                    .ifPresent(place -> {
                        readDetail(element, place);
                        control(element, place, inner);
                    });
        }
        element.at("elements").elements().forEach(each -> read(each, base, inner));
    }

    /// The layout of a group's rows, whose rules are about the row.
    private void readDetail(Spot control, Place place) {
        Spot detail = control.at("options").at("detail");
        if (!detail.present()) {
            return;
        }
        boolean rows = parts.fields().keySet().stream().anyMatch(field -> inRow(field, place));
        if (rows) {
            read(detail, place.row(), List.of());
        } else {
            findings.error(
                    detail,
                    "'" + place + "' is no repeated group, and only rows have a detail",
                    "lay its fields out beside it");
        }
    }

    private static boolean inRow(Place field, Place group) {
        return group.group() == null && group.pointer().equals(field.group());
    }

    private void control(Spot control, Place place, List<Condition> when) {
        boolean detailed = control.at("options").at("detail").present();
        for (Place field : parts.fields().keySet()) {
            if (!isIn(field, place)) {
                continue;
            }
            if (!detailed) {
                order.add(field);
            }
            if (when.isEmpty()) {
                continue;
            }
            if (inRow(field, place)) {
                findings.error(
                        control.at("scope"),
                        "the rows of '"
                                + place
                                + "' can't be shown and hidden by a rule about the document",
                        "let the guide decide, with a when of the subject");
            } else {
                rules.computeIfAbsent(field, _ -> new ArrayList<>()).addAll(when);
            }
        }
    }

    private static boolean isIn(Place field, Place control) {
        String at = control.toString();
        return field.toString().equals(at) || field.toString().startsWith(at + "/");
    }

    private Optional<Condition> condition(Spot spot, Place base) {
        if (spot.at("conditions").present()) {
            List<Condition> all =
                    spot.at("conditions").elements().stream()
                            .flatMap(each -> condition(each, base).stream())
                            .toList();
            return Optional.of(
                    spot.at("type").string().equals("OR")
                            ? Conditions.any(all)
                            : Conditions.all(all));
        }
        Optional<Place> place = scopes.place(spot.at("scope"), base);
        Spot schema = spot.at("schema");
        if (place.isEmpty() || SchemaFindings.compile(schemas, schema, findings) == null) {
            return Optional.empty();
        }
        if (!Objects.equals(place.get().group(), base.group())) {
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

    private void warnOfForgotten(Spot ui) {
        for (Place field : parts.fields().keySet()) {
            if (!order.contains(field)) {
                findings.warn(
                        ui,
                        "the layout does not name the field '"
                                + field
                                + "'; it is shown at the end",
                        "add a Control with the scope " + UiScopes.scope(field));
            }
        }
    }
}
