package org.onego.bundle.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Conditions;
import tools.jackson.core.JsonPointer;

/// Walks a form's schema: objects and repeated groups with their subjects, the fields in them, and
/// under which conditions each is demanded.
final class FormWalk {

    /// Deeper than any form; also ends a walk through definitions that contain themselves.
    private static final int DEEPEST = 40;

    private final Spot root;
    private final Conditions conditions;
    private final FieldReader fieldReader;
    private final Findings findings;
    private final FormParts parts = new FormParts();

    private FormWalk(Spot root, Conditions conditions, FieldReader fieldReader, Findings findings) {
        this.root = root;
        this.conditions = conditions;
        this.fieldReader = fieldReader;
        this.findings = findings;
    }

    /// @param root the form's schema; every `$ref` in it leads somewhere
    static FormParts walk(
            Spot root, Conditions conditions, FieldReader fieldReader, Findings findings) {
        var walk = new FormWalk(root, conditions, fieldReader, findings);
        String subject = root.at("x-subject").stringOrNull();
        walk.declare(new Here(root, Place.ROOT, subject, 0));
        walk.demand(new Here(root, Place.ROOT, subject, 0), Condition.ALWAYS, false);
        return walk.parts;
    }

    /// A schema, the place it describes, and the subject there.
    private record Here(Spot schema, Place place, @Nullable String subject, int depth) {

        Here in(Spot inner) {
            return new Here(inner, place, subject, depth + 1);
        }

        Here child(String name, Spot inner) {
            return new Here(inner, place.child(name), subject, depth + 1);
        }
    }

    /// First pass: which fields there are. What stands only inside a condition declares nothing.
    private void declare(Here here) {
        if (here.depth() > DEEPEST) {
            return;
        }
        target(here.schema()).ifPresent(target -> declare(here.in(target)));
        here.schema()
                .at("properties")
                .entries()
                .forEach((name, property) -> declareProperty(here.child(name, property)));
        here.schema().at("allOf").elements().forEach(part -> declare(here.in(part)));
    }

    private void declareProperty(Here here) {
        Spot schema = resolved(here.schema());
        String own = here.schema().at("x-subject").stringOrNull();
        String subject = own == null ? schema.at("x-subject").stringOrNull() : own;
        boolean named = subject != null;
        String inherited = named ? subject : here.subject();
        if (schema.at("properties").present()) {
            if (inherited != null) {
                parts.subjects().put(here.place(), inherited);
            }
            declare(new Here(schema, here.place(), inherited, here.depth() + 1));
        } else if (named && schema.at("items").present()) {
            declareGroup(new Here(schema, here.place(), subject, here.depth() + 1));
        } else if (named) {
            findings.error(
                    here.schema().at("x-subject"),
                    "'"
                            + here.place()
                            + "' is neither an object with properties nor a list of them",
                    "put x-subject on the object that holds the answers");
        } else if (inherited == null) {
            findings.error(
                    here.schema(),
                    "nothing says whom the field '" + here.place() + "' is about",
                    "put \"x-subject\" on the object it stands in");
        } else {
            fieldReader
                    .read(here.schema(), inherited)
                    .ifPresent(field -> parts.fields().putIfAbsent(here.place(), field));
        }
    }

    private void declareGroup(Here here) {
        Spot row = resolved(here.schema().at("items"));
        if (here.place().group() != null) {
            findings.error(
                    here.schema(),
                    "'" + here.place() + "' is a repeated group inside a repeated group",
                    "put it beside the outer group");
        } else if (!row.at("properties").present()) {
            findings.error(
                    here.schema().at("items"),
                    "the rows of '" + here.place() + "' have no properties",
                    "name the fields of a row under items/properties");
        } else {
            parts.subjects().put(here.place(), String.valueOf(here.subject()));
            Here first = new Here(row, here.place().row(), here.subject(), here.depth() + 1);
            declare(first);
            demand(first, Condition.ALWAYS, false);
        }
    }

    /// Second pass: what this schema demands of the object at its place, when `when` holds.
    ///
    /// @param branch whether the schema stands in a `then` or `else`
    private void demand(Here here, Condition when, boolean branch) {
        if (here.depth() > DEEPEST) {
            return;
        }
        Spot schema = here.schema();
        Place place = here.place();
        target(schema).ifPresent(target -> demand(here.in(target), when, branch));
        for (Spot name : schema.at("required").elements()) {
            parts.demand(place.child(name.string()), when, branch, name);
        }
        schema.at("properties")
                .entries()
                .forEach((name, property) -> demandBelow(here.child(name, property), when, branch));
        schema.at("allOf").elements().forEach(part -> demand(here.in(part), when, branch));
        schema.at("dependentRequired")
                .entries()
                .forEach((name, names) -> {
                    Condition also = and(when, exists(place.child(name)));
                    names.elements()
                            .forEach(each ->
                                    parts.demand(place.child(each.string()), also, branch, each));
                });
        schema.at("dependentSchemas")
                .entries()
                .forEach((name, dependent) ->
                        demand(here.in(dependent), and(when, exists(place.child(name))), branch));
        if (schema.at("if").present()) {
            Condition holds = conditions.matches(place.pointer(), schema.at("if").node());
            demand(here.in(schema.at("then")), and(when, holds), true);
            demand(here.in(schema.at("else")), and(when, Conditions.not(holds)), true);
        }
    }

    private void demandBelow(Here here, Condition when, boolean branch) {
        Spot schema = resolved(here.schema());
        boolean declared =
                parts.fields().containsKey(here.place())
                        || parts.subjects().containsKey(here.place())
                        || schema.at("properties").present() && !branch;
        boolean asks = schema.at("properties").present() || here.schema().at("$ref").present();
        if (!declared && branch && asks && !knownBelow(here.place())) {
            findings.error(
                    here.schema(),
                    "the field '" + here.place() + "' stands only inside a condition",
                    "name it under properties, and demand it in the condition with required");
        } else if (schema.at("items").at("required").present() && branch) {
            findings.warn(
                    schema.at("items"),
                    "the rows of '"
                            + here.place()
                            + "' are demanded by a condition outside them;"
                            + " the form can't show that, only the department's check will",
                    "state the condition inside the rows, if it can be stated there");
        }
        demand(here, when, branch);
    }

    private boolean knownBelow(Place place) {
        String start = place + "/";
        return parts.fields().keySet().stream().anyMatch(each -> each.toString().startsWith(start));
    }

    private Condition exists(Place place) {
        return conditions.exists(place.pointer());
    }

    private static Condition and(Condition left, Condition right) {
        return Conditions.all(List.of(left, right));
    }

    /// The definition in this document that a `$ref` leads to.
    private java.util.Optional<Spot> target(Spot schema) {
        String ref = schema.at("$ref").string();
        return ref.startsWith("#/")
                ? java.util.Optional.of(root.at(JsonPointer.compile(ref.substring(1))))
                : java.util.Optional.empty();
    }

    /// The schema itself, or the definition that it refers to.
    private Spot resolved(Spot schema) {
        Spot here = schema;
        for (int i = 0; i < DEEPEST && !here.at("properties").present(); i++) {
            var next = target(here);
            if (next.isEmpty()) {
                break;
            }
            here = next.get();
        }
        return here;
    }
}
