package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The places of a process, or of one sub-process taken alone, before any transition is made.
///
/// A sub-process that was proven sound alone is *whole*: it is laid out like a task, without its
/// inside.
final class Layout {

    private final ProcessGraph graph;
    private final int root;
    private final BitSet whole;
    private final Catches catches;

    private final boolean[] open;
    private final boolean[] watched;
    private final List<Place> places = new ArrayList<>();
    private final List<List<Integer>> ofScope = new ArrayList<>();
    private final int[] flow;
    private final int[] busy;
    private final int[] entry;
    private final int[] within;
    private final int[] armed;
    private final int[] ended;
    private final int begin;
    private final int running;

    /// @param root the scope to lay out
    /// @param whole sub-process nodes that are taken as a whole
    Layout(Catches catches, int root, BitSet whole) {
        this.catches = catches;
        this.graph = catches.graph();
        this.root = root;
        this.whole = whole;
        this.open = new boolean[graph.scopes().size()];
        this.watched = new boolean[graph.scopes().size()];
        int nodes = graph.nodes().size();
        this.flow = none(graph.flows().size());
        this.busy = none(nodes);
        this.entry = none(nodes);
        this.within = none(nodes);
        this.armed = none(nodes);
        this.ended = none(nodes);
        graph.scopes().forEach(this::open);
        graph.nodes().stream().filter(this::shown).forEach(this::place);
        for (ProcessGraph.Flow f : graph.flows()) {
            int scope = graph.node(f.source()).scope();
            if (open[scope]) {
                flow[f.index()] = add(Place.Kind.FLOW, f.index(), scope);
            }
        }
        List<Node.Start> starts = starts(root);
        boolean handlers = graph.nodesOf(root).stream().anyMatch(n -> n instanceof Node.Handler);
        boolean ends = handlers || root > 0;
        begin =
                starts.size() == 1 && !ends
                        ? entry(starts.getFirst())
                        : add(Place.Kind.ENTRY, starts.getFirst().index(), root);
        if (ends) {
            places.add(new Place(Place.Kind.BUSY, graph.scopes().get(root).node()));
        }
        running = ends ? places.size() - 1 : -1;
    }

    List<Node.Start> starts(int scope) {
        return graph.nodesOf(scope).stream()
                .filter(Node.Start.class::isInstance)
                .map(Node.Start.class::cast)
                .toList();
    }

    Node.Start start(Node.Handler handler) {
        return starts(handler.inner()).getFirst();
    }

    boolean interrupts(Node.Handler handler) {
        return start(handler).interrupting() || start(handler).trigger().is(Trigger.Kind.ERROR);
    }

    /// Marked when the root starts. It leads to the start events, of which one starts an instance.
    int begin() {
        return begin;
    }

    /// Marked as long as the root runs, where that matters: when event sub-processes wait in it, or
    /// it is a sub-process, which may be left otherwise than by ending. Otherwise -1.
    int running() {
        return running;
    }

    /// The place that is marked as long as the scope runs.
    int running(int scope) {
        return scope == root ? running : busy[graph.scopes().get(scope).node()];
    }

    private static int[] none(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return none;
    }

    private void open(ProcessGraph.Scope scope) {
        int index = scope.index();
        ofScope.add(new ArrayList<>());
        open[index] =
                index == root
                        || index > root
                                && scope.parent() >= 0
                                && open[scope.parent()]
                                && !whole.get(scope.node());
        if (open[index] && index != root) {
            watched[index] =
                    watched[scope.parent()]
                            || graph.boundariesOf(graph.node(scope.node())).stream()
                                    .anyMatch(this::unaimed);
        }
        watched[index] |= open[index] && hasUnaimedHandlers(index);
    }

    private boolean hasUnaimedHandlers(int scope) {
        return graph.nodesOf(scope).stream()
                .anyMatch(node -> node instanceof Node.Handler && unaimed(node));
    }

    private void place(Node node) {
        int i = node.index();
        int scope = node.scope();
        switch (node) {
            case Node.Activity activity -> {
                if (opened(activity) || !graph.boundariesOf(activity).isEmpty() || watched[scope]) {
                    busy[i] = add(Place.Kind.BUSY, i, scope);
                }
            }
            case Node.Handler _ -> {
                armed[i] = add(Place.Kind.ARMED, i, scope);
                busy[i] = add(Place.Kind.BUSY, i, scope);
                ended[i] = add(Place.Kind.ENDED, i, scope);
            }
            case Node.Gateway gateway -> {
                if (graph.into(gateway).size() > 1 && graph.outOf(gateway).size() > 1) {
                    within[i] = add(Place.Kind.WITHIN, i, scope);
                }
            }
            case Node.Boundary boundary -> {
                entry[i] = add(Place.Kind.ENTRY, i, scope);
                if (!boundary.interrupting()) {
                    armed[i] = add(Place.Kind.ARMED, i, scope);
                }
            }
            case Node.Start _ -> entry[i] = add(Place.Kind.ENTRY, i, scope);
            case Node.Catch _, Node.Throw _, Node.End _ -> {
                // Only the flows before and after, and the sink below.
            }
        }
        boolean passes = !(node instanceof Node.Gateway) && !(node instanceof Node.Handler);
        if (passes && ended[i] < 0 && graph.outOf(node).isEmpty()) {
            ended[i] = add(Place.Kind.ENDED, i, scope);
        }
    }

    private int add(Place.Kind kind, int of, int scope) {
        places.add(new Place(kind, of));
        ofScope.get(scope).add(places.size() - 1);
        return places.size() - 1;
    }

    ProcessGraph graph() {
        return graph;
    }

    int root() {
        return root;
    }

    List<Place> places() {
        return places;
    }

    /// Whether the node is laid out at all.
    boolean shown(Node node) {
        return open[node.scope()];
    }

    /// Whether the activity is a sub-process whose inside is laid out.
    boolean opened(Node.Activity activity) {
        return activity.inner() >= 0 && open[activity.inner()];
    }

    /// The node that catches what this one throws; -1 when none inside the root does.
    int catcher(Node thrower) {
        int catcher = catches.caughtBy().get(thrower.index());
        return catcher >= 0 && shown(graph.node(catcher)) ? catcher : -1;
    }

    /// Whether the root is a sub-process that is left, by something outside it, when this is
    /// thrown.
    boolean interruptsRoot(Node thrower) {
        int catcher = catches.caughtBy().get(thrower.index());
        return catcher >= 0
                && !shown(graph.node(catcher))
                && (!(graph.node(catcher) instanceof Node.Boundary boundary)
                        || boundary.interrupting());
    }

    /// Whether this catch is for what activities raise by themselves.
    boolean unaimed(Node catcher) {
        return catches.unaimed().get(catcher.index());
    }

    int flow(ProcessGraph.Flow of) {
        return flow[of.index()];
    }

    int busy(Node node) {
        return busy[node.index()];
    }

    int entry(Node node) {
        return entry[node.index()];
    }

    int within(Node node) {
        return within[node.index()];
    }

    int armed(Node node) {
        return armed[node.index()];
    }

    int ended(Node node) {
        return ended[node.index()];
    }

    /// From where a token comes to the node.
    Marks incoming(Node node) {
        Marks flows = Marks.of(graph.into(node).stream().map(this::flow).toList());
        return entry(node) < 0 ? flows : flows.with(entry(node));
    }

    /// The places that stand directly in the scope.
    List<Integer> in(int scope) {
        return ofScope.get(scope);
    }

    boolean open(int scope) {
        return open[scope];
    }
}
