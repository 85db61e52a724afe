package org.onego.bundle.plan.soundness;

import java.util.List;

/// What runs for a while: activities with something on their border, sub-processes and event
/// sub-processes.
final class TranslateScopes {

    private final ProcessGraph graph;
    private final Layout layout;
    private final Regions regions;
    private final NetBuilder net;

    TranslateScopes(Layout layout, Regions regions, NetBuilder net) {
        this.graph = layout.graph();
        this.layout = layout;
        this.regions = regions;
        this.net = net;
    }

    /// The beginning, and where event sub-processes wait beside it the end, of what is looked at as
    /// a whole.
    void root() {
        int root = layout.root();
        List<Node.Start> starts = layout.starts(root);
        boolean runs = layout.running() >= 0;
        if (layout.begin() == layout.entry(starts.getFirst())) {
            return;
        }
        for (Node.Start start : starts) {
            Marks entered = Marks.of(layout.entry(start)).plus(armedHandlers(root));
            Marks running = runs ? Marks.of(layout.running()) : Marks.NONE;
            net.plain(List.of(), Marks.of(layout.begin()), Leave.on(entered.plus(running)));
        }
        if (runs) {
            int host = graph.scopes().get(root).node();
            List<Integer> nodes = host < 0 ? List.of() : List.of(host);
            end(nodes, root, layout.running(), Marks.NONE, Leave.on(Marks.NONE));
        }
    }

    void activity(Node.Activity activity) {
        Marks busy = Marks.of(layout.busy(activity));
        Marks armed = Marks.NONE;
        for (Node.Boundary boundary : graph.boundariesOf(activity)) {
            if (!boundary.interrupting() && fromOutside(activity, boundary)) {
                armed = armed.with(layout.armed(boundary));
            }
        }
        boolean opened = layout.opened(activity);
        Marks entered = opened ? busy.plus(started(activity.inner())) : busy;
        net.pass(
                List.of(activity.index()),
                layout.incoming(activity),
                List.of(Leave.on(entered.plus(armed))));
        for (Leave leave : leaves(activity)) {
            if (opened) {
                end(List.of(), activity.inner(), layout.busy(activity), armed, leave);
            } else {
                net.add(List.of(), busy, leave, Marks.NONE, armed, List.of());
            }
        }
        Marks around = opened ? regions.throughout(activity.inner()).plus(armed) : armed;
        for (Node.Boundary boundary : graph.boundariesOf(activity)) {
            if (fromOutside(activity, boundary)) {
                boundary(activity, boundary, around);
            }
        }
    }

    /// Whether the event may simply happen, instead of being thrown to by an event inside.
    private boolean fromOutside(Node.Activity host, Node.Boundary boundary) {
        return !layout.opened(host)
                || !boundary.trigger().thrown()
                || layout.unaimed(boundary) && !raisers(host, boundary).isEmpty();
    }

    /// The running tasks of which one must have raised it; none when it comes from elsewhere.
    private Marks raisers(Node.Activity host, Node.Boundary boundary) {
        return layout.opened(host)
                        && boundary.trigger().thrown()
                        && !boundary.trigger().is(Trigger.Kind.CANCEL)
                ? regions.tasksIn(host.inner())
                : Marks.NONE;
    }

    /// @param around everything that ends with the activity
    private void boundary(Node.Activity host, Node.Boundary boundary, Marks around) {
        List<Integer> self = List.of(boundary.index());
        Marks busy = Marks.of(layout.busy(host));
        Marks raisers = raisers(host, boundary);
        for (Leave leave : leaves(boundary)) {
            if (boundary.interrupting()) {
                net.add(self, busy, leave, raisers, around, List.of());
            } else {
                Marks need = busy.with(layout.armed(boundary));
                net.add(self, need, leave.and(busy), raisers, Marks.NONE, List.of());
            }
        }
    }

    void handler(Node.Handler handler) {
        int scope = handler.scope();
        boolean thrown = layout.start(handler).trigger().thrown();
        Marks raisers = thrown ? regions.tasksBesideHandlers(scope) : Marks.NONE;
        if (!thrown || layout.unaimed(handler) && !raisers.isEmpty()) {
            Marks running = Marks.of(layout.running(scope));
            net.add(
                    List.of(handler.index()),
                    running.with(layout.armed(handler)),
                    Leave.on(started(handler).plus(running)),
                    raisers,
                    layout.interrupts(handler) ? regions.throughout(scope) : Marks.NONE,
                    List.of());
        }
        end(
                List.of(),
                handler.inner(),
                layout.busy(handler),
                Marks.NONE,
                Leave.on(Marks.of(layout.ended(handler))));
    }

    /// What is marked when the event sub-process starts.
    Marks started(Node.Handler handler) {
        return started(handler.inner()).with(layout.busy(handler));
    }

    /// What is marked inside when a sub-process starts.
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

    /// The scope ends when an end was reached in it and nothing is active any more.
    private void end(List<Integer> nodes, int scope, int busy, Marks armed, Leave leave) {
        Marks ended = regions.ofKind(scope, Place.Kind.ENDED);
        Marks idle = regions.ofKind(scope, Place.Kind.ARMED);
        net.add(
                nodes,
                Marks.of(busy),
                leave,
                ended,
                ended.plus(idle).plus(armed),
                List.of(new Transition.Blocker(regions.activeIn(scope), Marks.NONE)));
    }

    private List<Leave> leaves(Node node) {
        return Leave.of(node, layout);
    }
}
