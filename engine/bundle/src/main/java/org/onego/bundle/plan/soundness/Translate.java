package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Process graph → net as drawn. What each kind of node becomes is in
/// docs/decisions/0005-soundness.md.
final class Translate {

    private final ProcessGraph graph;
    private final Layout layout;
    private final JoinWaits waits;
    private final List<Net.Act> acts = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();

    private Translate(Layout layout, Waiting waiting) {
        this.graph = layout.graph();
        this.layout = layout;
        this.waits = new JoinWaits(layout, waiting);
    }

    /// @param root the scope to translate; 0 is the process
    /// @param whole sub-process nodes that are translated like tasks
    static Net of(ProcessGraph graph, int root, BitSet whole, Waiting waiting) {
        Layout layout = new Layout(graph, root, whole);
        Translate translate = new Translate(layout, waiting);
        translate.begin();
        for (Node node : graph.nodes()) {
            if (layout.shown(node)) {
                translate.node(node);
            }
        }
        return new Net(
                layout.places(),
                translate.acts,
                translate.transitions,
                Marks.of(layout.begin()).plus(translate.armedHandlers(root)),
                layout.activeIn(root),
                Trail.NONE);
    }

    private void begin() {
        List<Node.Start> starts = layout.starts(layout.root());
        if (starts.size() > 1) {
            for (Node.Start start : starts) {
                plain(List.of(), Marks.of(layout.begin()), Leave.on(Marks.of(layout.entry(start))));
            }
        }
    }

    private void node(Node node) {
        switch (node) {
            case Node.Activity activity when layout.busy(activity) >= 0 -> activity(activity);
            case Node.Gateway gateway when graph.into(gateway).size() > 1 -> join(gateway);
            case Node.End end -> end(end);
            case Node.Throw event -> thrown(event);
            case Node.Handler handler -> handler(handler);
            case Node.Activity _, Node.Gateway _, Node.Start _, Node.Catch _, Node.Boundary _ ->
                    pass(List.of(node.index()), layout.incoming(node), leaves(node));
        }
    }

    private List<Leave> leaves(Node node) {
        return Leave.of(node, layout);
    }

    /// One token in from anywhere, out again.
    private void pass(List<Integer> nodes, Marks incoming, List<Leave> leaves) {
        incoming.forEach(place -> leaves.forEach(leave -> plain(nodes, Marks.of(place), leave)));
    }

    private void join(Node.Gateway gateway) {
        List<Integer> self = List.of(gateway.index());
        List<Leave> leaves = leaves(gateway);
        int within = layout.within(gateway);
        if (within < 0 || leaves.size() == 1) {
            join(gateway, self, leaves);
        } else {
            // Named once on a path: when it is left, where the way chosen is known.
            join(gateway, List.of(), List.of(Leave.on(Marks.of(within))));
            leaves.forEach(leave -> plain(self, Marks.of(within), leave));
        }
    }

    private void join(Node.Gateway gateway, List<Integer> nodes, List<Leave> leaves) {
        Marks incoming = layout.incoming(gateway);
        switch (gateway.routing()) {
            case ONE, FIRST_EVENT -> pass(nodes, incoming, leaves);
            case ALL -> leaves.forEach(leave -> plain(nodes, incoming, leave));
            case SOME -> {
                List<Transition.Blocker> blockers = waits.of(gateway);
                leaves.forEach(
                        leave -> add(nodes, Marks.NONE, leave, incoming, incoming, blockers));
            }
        }
    }

    private void activity(Node.Activity activity) {
        int busy = layout.busy(activity);
        Marks entered = Marks.of(busy);
        Marks armed = Marks.NONE;
        for (Node.Boundary boundary : graph.boundariesOf(activity)) {
            boolean explicit = boundary.trigger().thrown() && layout.opened(activity);
            if (!boundary.interrupting() && (!explicit || layout.unaimed(boundary))) {
                armed = armed.with(layout.armed(boundary));
            }
        }
        boolean opened = layout.opened(activity);
        if (opened) {
            entered = entered.plus(started(activity.inner()));
        }
        pass(
                List.of(activity.index()),
                layout.incoming(activity),
                List.of(Leave.on(entered.plus(armed))));
        for (Leave leave : leaves(activity)) {
            if (opened) {
                end(activity.inner(), busy, armed, leave);
            } else {
                add(List.of(), Marks.of(busy), leave, Marks.NONE, armed, List.of());
            }
        }
        Marks inside = opened ? layout.throughout(activity.inner()) : Marks.NONE;
        for (Node.Boundary boundary : graph.boundariesOf(activity)) {
            boundary(activity, boundary, inside.plus(armed));
        }
    }

    /// What is marked inside when the sub-process starts.
    private Marks started(int scope) {
        return Marks.of(layout.entry(layout.starts(scope).getFirst())).plus(armedHandlers(scope));
    }

    private Marks armedHandlers(int scope) {
        return Marks.of(
                graph.nodesOf(scope).stream()
                        .filter(node -> node instanceof Node.Handler)
                        .map(layout::armed)
                        .toList());
    }

    /// The sub-process ends when nothing is active in it any more.
    private void end(int scope, int busy, Marks armed, Leave leave) {
        Marks ended = layout.ofKind(scope, Place.Kind.ENDED);
        Marks idle = layout.ofKind(scope, Place.Kind.ARMED);
        Transition.Blocker active = new Transition.Blocker(layout.activeIn(scope), Marks.NONE);
        add(List.of(), Marks.of(busy), leave, ended, ended.plus(idle).plus(armed), List.of(active));
    }

    /// @param around everything that ends with the activity
    private void boundary(Node.Activity host, Node.Boundary boundary, Marks around) {
        List<Integer> self = List.of(boundary.index());
        Marks busy = Marks.of(layout.busy(host));
        Marks raisers = Marks.NONE;
        if (layout.opened(host) && boundary.trigger().thrown()) {
            raisers =
                    boundary.trigger().is(Trigger.Kind.CANCEL)
                            ? Marks.NONE
                            : layout.tasksIn(host.inner(), true);
            if (!layout.unaimed(boundary) || raisers.isEmpty()) {
                // Reached from where it is thrown, or never.
                reached(boundary);
                return;
            }
        }
        if (boundary.interrupting()) {
            for (Leave leave : leaves(boundary)) {
                add(self, busy, leave, raisers, around, List.of());
            }
        } else {
            for (Leave leave : leaves(boundary)) {
                Marks need = busy.with(layout.armed(boundary));
                add(self, need, leave.and(busy), raisers, Marks.NONE, List.of());
            }
        }
    }

    /// From its entry, where whatever throws to it puts a token.
    private void reached(Node.Boundary boundary) {
        pass(List.of(), Marks.of(layout.entry(boundary)), leaves(boundary));
    }

    private void end(Node.End end) {
        int scope = end.scope();
        switch (end.trigger().kind()) {
            case TERMINATE -> endAll(end, layout.throughout(scope));
            case TERMINATE_ALL -> endAll(end, layout.throughout(layout.root()));
            case ERROR, CANCEL -> {
                if (layout.catcher(end) < 0) {
                    // Nobody inside catches it: the whole process ends with the error.
                    endAll(end, layout.throughout(layout.root()));
                } else {
                    thrown(end);
                }
            }
            case ESCALATION -> thrown(end);
            case NONE, TIMER, MESSAGE, SIGNAL, CONDITIONAL ->
                    pass(List.of(end.index()), layout.incoming(end), leaves(end));
        }
    }

    private void endAll(Node.End end, Marks everything) {
        for (Leave leave : leaves(end)) {
            layout.incoming(end)
                    .forEach(place ->
                            add(
                                    List.of(end.index()),
                                    Marks.of(place),
                                    leave,
                                    Marks.NONE,
                                    everything,
                                    List.of()));
        }
    }

    private void thrown(Node thrower) {
        int catcher = layout.catcher(thrower);
        if (catcher < 0) {
            uncaught(thrower);
        } else {
            caught(thrower, graph.node(catcher));
        }
    }

    private void uncaught(Node thrower) {
        if (layout.interruptsRoot(thrower)) {
            Marks everything = layout.throughout(layout.root());
            clearing(List.of(thrower.index()), thrower, Leave.on(Marks.NONE), everything);
        } else {
            pass(List.of(thrower.index()), layout.incoming(thrower), leaves(thrower));
        }
    }

    private void caught(Node thrower, Node catcher) {
        List<Integer> nodes = List.of(thrower.index(), catcher.index());
        switch (catcher) {
            case Node.Boundary boundary -> {
                Node.Activity host = (Node.Activity) graph.node(boundary.host());
                Marks entry = Marks.of(layout.entry(boundary));
                if (boundary.interrupting()) {
                    Marks around = layout.throughout(host.inner()).with(layout.busy(host));
                    clearing(nodes, thrower, Leave.on(entry), around.plus(armedOn(host)));
                } else {
                    leaves(thrower)
                            .forEach(leave ->
                                    pass(
                                            nodes,
                                            layout.incoming(thrower),
                                            List.of(leave.and(entry))));
                }
            }
            case Node.Handler handler -> {
                Marks entry = started(handler.inner()).with(layout.busy(handler));
                if (interrupts(handler)) {
                    clearing(nodes, thrower, Leave.on(entry), layout.throughout(handler.scope()));
                } else {
                    leaves(thrower)
                            .forEach(leave ->
                                    pass(
                                            nodes,
                                            layout.incoming(thrower),
                                            List.of(leave.and(entry))));
                }
            }
            default -> throw new IllegalStateException(catcher.step().id() + " cannot catch");
        }
    }

    private Marks armedOn(Node.Activity host) {
        return Marks.of(
                graph.boundariesOf(host).stream()
                        .map(layout::armed)
                        .filter(place -> place >= 0)
                        .toList());
    }

    private void clearing(List<Integer> nodes, Node thrower, Leave leave, Marks around) {
        layout.incoming(thrower)
                .forEach(
                        place -> add(nodes, Marks.of(place), leave, Marks.NONE, around, List.of()));
    }

    private boolean interrupts(Node.Handler handler) {
        Node.Start start = layout.starts(handler.inner()).getFirst();
        return start.interrupting() || start.trigger().is(Trigger.Kind.ERROR);
    }

    private void handler(Node.Handler handler) {
        int scope = handler.scope();
        Node.Start start = layout.starts(handler.inner()).getFirst();
        Marks entered = started(handler.inner()).with(layout.busy(handler));
        boolean outside = !start.trigger().thrown();
        Marks guard = outside ? layout.activeIn(scope) : layout.tasksIn(scope, false);
        if (outside || layout.unaimed(handler) && !guard.isEmpty()) {
            Marks around = interrupts(handler) ? layout.throughout(scope) : Marks.NONE;
            add(
                    List.of(handler.index()),
                    Marks.of(layout.armed(handler)),
                    Leave.on(entered),
                    guard,
                    around,
                    List.of());
        }
        end(
                handler.inner(),
                layout.busy(handler),
                Marks.NONE,
                Leave.on(Marks.of(layout.ended(handler))));
    }

    private void plain(List<Integer> nodes, Marks need, Leave leave) {
        add(nodes, need, leave, Marks.NONE, Marks.NONE, List.of());
    }

    private void add(
            List<Integer> nodes,
            Marks need,
            Leave leave,
            Marks any,
            Marks clear,
            List<Transition.Blocker> blockers) {
        int number = transitions.size();
        acts.add(new Net.Act(nodes, leave.way()));
        List<Transition.Branch> some =
                leave.some().stream()
                        .map(place -> new Transition.Branch(place, new Trail.Choose(number, place)))
                        .toList();
        transitions.add(
                new Transition(
                        need,
                        leave.all(),
                        some,
                        any,
                        clear,
                        blockers,
                        new Trail.Fire(number),
                        Trail.NONE));
    }
}
