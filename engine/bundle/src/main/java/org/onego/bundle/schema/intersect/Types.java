package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The types that a value may have.
///
/// @param allowed the types; all of them where no `type` was given
/// @param explicit whether a `type` was given
/// @param given the values of `type` that led here, for the reason when nothing is left
record Types(Set<Kind> allowed, boolean explicit, List<JsonNode> given) {

    /// The types of JSON Schema, numbers being integers (1 and 1.0) or fractions.
    enum Kind {
        NULL,
        BOOLEAN,
        INTEGER,
        FRACTION,
        STRING,
        ARRAY,
        OBJECT
    }

    static final Types ANY = new Types(EnumSet.allOf(Kind.class), false, List.of());

    Types {
        allowed =
                Collections.unmodifiableSet(
                        allowed.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(allowed));
        given = List.copyOf(given);
    }

    static Types of(JsonNode type) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (JsonNode name : type.isArray() ? type.values() : List.of(type)) {
            switch (name.stringValue()) {
                case "number" -> {
                    kinds.add(Kind.INTEGER);
                    kinds.add(Kind.FRACTION);
                }
                case String other -> kinds.add(Kind.valueOf(other.toUpperCase(Locale.ROOT)));
            }
        }
        return new Types(kinds, true, List.of(type));
    }

    Types meet(Types other) {
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(allowed);
        both.retainAll(other.allowed);
        List<JsonNode> given = new ArrayList<>(this.given);
        given.addAll(other.given);
        return new Types(both, explicit || other.explicit, given);
    }

    Types without(Set<Kind> refuted) {
        Set<Kind> rest = EnumSet.noneOf(Kind.class);
        rest.addAll(allowed);
        rest.removeAll(refuted);
        return new Types(rest, explicit, given);
    }

    boolean numbers() {
        return allowed.contains(Kind.INTEGER) || allowed.contains(Kind.FRACTION);
    }

    boolean has(Kind kind) {
        return allowed.contains(kind);
    }

    /// The value of `type` that says so; empty where none is needed.
    Optional<JsonNode> write() {
        if (!explicit || allowed.size() == Kind.values().length) {
            return Optional.empty();
        }
        List<JsonNode> names = new ArrayList<>();
        for (Kind kind : allowed) {
            if (kind != Kind.FRACTION) {
                boolean number = kind == Kind.INTEGER && allowed.contains(Kind.FRACTION);
                names.add(Json.text(number ? "number" : kind.name().toLowerCase(Locale.ROOT)));
            }
        }
        return Optional.of(names.size() == 1 ? names.getFirst() : Json.array(names));
    }
}
