package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onego.bundle.schema.Condition;

/// Combines conditions, folding what is constant, nested or said twice.
public final class Conditions {

    private Conditions() {}

    public static Condition all(Collection<Condition> parts) {
        Set<Condition> flat = new LinkedHashSet<>();
        for (Condition part : parts) {
            if (part instanceof Condition.All all) {
                flat.addAll(all.conditions());
            } else {
                flat.add(part);
            }
        }
        if (flat.contains(Condition.NEVER)) {
            return Condition.NEVER;
        }
        return flat.size() == 1 ? flat.iterator().next() : new Condition.All(new ArrayList<>(flat));
    }

    public static Condition any(Collection<Condition> parts) {
        Set<Condition> flat = new LinkedHashSet<>();
        for (Condition part : parts) {
            if (part instanceof Condition.Any any) {
                flat.addAll(any.conditions());
            } else {
                flat.add(part);
            }
        }
        if (flat.contains(Condition.ALWAYS)) {
            return Condition.ALWAYS;
        }
        return flat.size() == 1 ? flat.iterator().next() : new Condition.Any(new ArrayList<>(flat));
    }

    public static Condition all(Condition... parts) {
        return all(List.of(parts));
    }

    public static Condition any(Condition... parts) {
        return any(List.of(parts));
    }

    public static Condition not(Condition condition) {
        if (condition.equals(Condition.ALWAYS)) {
            return Condition.NEVER;
        }
        if (condition.equals(Condition.NEVER)) {
            return Condition.ALWAYS;
        }
        return condition instanceof Condition.Not(Condition inner)
                ? inner
                : new Condition.Not(condition);
    }

    public static Condition of(boolean holds) {
        return holds ? Condition.ALWAYS : Condition.NEVER;
    }
}
