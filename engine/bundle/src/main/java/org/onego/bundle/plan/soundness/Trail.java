package org.onego.bundle.plan.soundness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A sequence of firings in the net as drawn, built cheaply while the net is reduced.
sealed interface Trail {

    record None() implements Trail {}

    /// The transition of that number fires.
    record Fire(int transition) implements Trail {}

    /// With it, this place is among those of which it may choose.
    record Choose(int transition, int place) implements Trail {}

    record Both(Trail first, Trail second) implements Trail {}

    Trail NONE = new None();

    default Trail then(Trail next) {
        if (next instanceof None) {
            return this;
        }
        return this instanceof None ? next : new Both(this, next);
    }

    /// The firings in order. (Not recursive: a trail may be as deep as the process is long.)
    default List<Trail> flat() {
        List<Trail> flat = new ArrayList<>();
        Deque<Trail> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case None _ -> {
                    // Nothing happens.
                }
                case Both(Trail first, Trail second) -> {
                    open.push(second);
                    open.push(first);
                }
                case Trail firing -> flat.add(firing);
            }
        }
        return flat;
    }
}
