package org.onego.bundle.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.pack.CompiledBundle.NotSame;
import org.onego.bundle.pack.CompiledBundle.Same;
import org.onego.bundle.pack.CompiledBundle.SameField;
import tools.jackson.core.JsonPointer;

/// What needs no suggestion: fields that are one question already, by their element and subject or
/// because the bundle says so, and what staff have rejected.
final class Decided {

    private record Key(String item, JsonPointer pointer) {}

    private final Map<Object, Object> parents = new HashMap<>();
    private final Map<Key, Set<Key>> notSame = new HashMap<>();

    Decided(List<Same> same, List<NotSame> rejected, Collection<Sketch> fields) {
        for (Sketch field : fields) {
            ElementId element = field.element();
            if (element != null) {
                // A role that depends on the guide is one with others that depend on it alike.
                unite(key(field), List.of(field.about(), element));
            }
        }
        for (Same one : same) {
            Key first = key(one.fields().getFirst());
            one.fields().forEach(field -> unite(first, key(field)));
        }
        rejected.forEach(this::reject);
    }

    private void reject(NotSame rejected) {
        for (SameField field : rejected.fields()) {
            Set<Key> others = notSame.computeIfAbsent(key(field), _ -> new HashSet<>());
            rejected.fields().forEach(other -> others.add(key(other)));
        }
    }

    /// The fields, those of one question together, in their order.
    List<List<Reading>> questions(Collection<Reading> fields) {
        Map<Object, List<Reading>> questions = new LinkedHashMap<>();
        for (Reading field : fields) {
            questions.computeIfAbsent(root(key(field.sketch())), _ -> new ArrayList<>()).add(field);
        }
        return List.copyOf(questions.values());
    }

    /// Whether somebody has said that these are two questions.
    boolean rejected(List<Reading> left, List<Reading> right) {
        for (Reading one : left) {
            Set<Key> others = notSame.get(key(one.sketch()));
            if (others != null
                    && right.stream().anyMatch(other -> others.contains(key(other.sketch())))) {
                return true;
            }
        }
        return false;
    }

    /// Whether these are one question in some selection already: one element, of people who may be
    /// the same.
    static boolean meet(Sketch left, Sketch right) {
        return left.element() != null
                && left.element().equals(right.element())
                && !Collections.disjoint(left.about(), right.about());
    }

    private void unite(Object left, Object right) {
        Object one = root(left);
        Object other = root(right);
        if (!one.equals(other)) {
            parents.put(one, other);
        }
    }

    private Object root(Object node) {
        Object at = node;
        for (Object parent = parents.get(at); parent != null; parent = parents.get(at)) {
            Object above = parents.get(parent);
            if (above != null) {
                parents.put(at, above);
            }
            at = parent;
        }
        return at;
    }

    private static Key key(Sketch field) {
        return new Key(field.item(), field.pointer());
    }

    private static Key key(SameField field) {
        return new Key(field.item(), field.pointer());
    }
}
