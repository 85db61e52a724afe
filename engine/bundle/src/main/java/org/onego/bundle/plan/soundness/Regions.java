package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// The places of a scope taken together, as guards and clearings need them.
final class Regions {

    private final Layout layout;
    private final ProcessGraph graph;
    private final Map<Integer, Marks> throughout = new HashMap<>();
    private final Map<Integer, Marks> tasks = new HashMap<>();

    Regions(Layout layout) {
        this.layout = layout;
        this.graph = layout.graph();
    }

    /// The places directly in the scope on which it waits to end.
    Marks activeIn(int scope) {
        return in(scope, place -> layout.places().get(place).active());
    }

    Marks ofKind(int scope, Place.Kind kind) {
        return in(scope, place -> layout.places().get(place).kind() == kind);
    }

    private Marks in(int scope, IntPredicate wanted) {
        return Marks.of(layout.in(scope).stream().filter(wanted::test).toList());
    }

    /// All places in the scope, whatever is nested in it included, but not the one that says that
    /// it runs.
    Marks throughout(int scope) {
        return throughout.computeIfAbsent(
                scope,
                _ -> {
                    List<Integer> all = new ArrayList<>();
                    for (int inner = scope; inner < graph.scopes().size(); inner++) {
                        if (layout.open(inner) && graph.inside(inner, scope)) {
                            all.addAll(layout.in(inner));
                        }
                    }
                    return Marks.of(all);
                });
    }

    /// Everything that is left when the whole process ends at once.
    Marks everything() {
        Marks all = throughout(layout.root());
        return layout.running() < 0 ? all : all.with(layout.running());
    }

    /// The running tasks, call activities and whole sub-processes anywhere in the scope.
    Marks tasksIn(int scope) {
        return tasks.computeIfAbsent(scope, _ -> tasks(scope, true));
    }

    /// The same, those aside that stand in event sub-processes of the scope.
    Marks tasksBesideHandlers(int scope) {
        return tasks(scope, false);
    }

    private Marks tasks(int scope, boolean handlers) {
        List<Integer> found = new ArrayList<>();
        for (int inner = scope; inner < graph.scopes().size(); inner++) {
            if (layout.open(inner)
                    && graph.inside(inner, scope)
                    && (handlers || !inHandlerOf(inner, scope))) {
                for (Node node : graph.nodesOf(inner)) {
                    if (node instanceof Node.Activity activity
                            && !layout.opened(activity)
                            && layout.busy(node) >= 0
                            && (activity.inner() < 0 || graph.hasTask(activity.inner()))) {
                        found.add(layout.busy(node));
                    }
                }
            }
        }
        return Marks.of(found);
    }

    private boolean inHandlerOf(int scope, int outer) {
        int inner = scope;
        while (inner != outer) {
            ProcessGraph.Scope at = graph.scopes().get(inner);
            if (at.parent() == outer) {
                return graph.node(at.node()) instanceof Node.Handler;
            }
            inner = at.parent();
        }
        return false;
    }
}
