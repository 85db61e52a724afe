package org.onego.bundle.plan.soundness;

/// Which sub-processes may be judged alone and then count as one task: those whose inside touches
/// the outside in no other way than by ending, or by being left through an event on their border.
final class WholeScopes {

    private WholeScopes() {}

    static boolean candidate(Catches catches, ProcessGraph.Scope scope) {
        ProcessGraph graph = catches.graph();
        if (scope.node() < 0
                || !(graph.node(scope.node()) instanceof Node.Activity host)
                || !liveBorder(catches, scope, host)) {
            return false;
        }
        for (Node node : graph.nodes()) {
            if (!graph.inside(node.scope(), scope.index())) {
                continue;
            }
            if (node instanceof Node.End end && end.trigger().is(Trigger.Kind.TERMINATE_ALL)) {
                return false;
            }
            boolean throwsError =
                    node instanceof Node.End end
                            && (end.trigger().is(Trigger.Kind.ERROR)
                                    || end.trigger().is(Trigger.Kind.CANCEL));
            int catcher = catches.caughtBy().get(node.index());
            if (catcher < 0 ? throwsError : !staysOrLeaves(graph, scope, host, catcher)) {
                return false;
            }
        }
        return true;
    }

    /// What is thrown is caught inside, or by an interrupting event on the border.
    private static boolean staysOrLeaves(
            ProcessGraph graph, ProcessGraph.Scope scope, Node.Activity host, int catcher) {
        return graph.inside(graph.node(catcher).scope(), scope.index())
                || graph.node(catcher) instanceof Node.Boundary boundary
                        && boundary.host() == host.index()
                        && boundary.interrupting();
    }

    /// Every error or escalation event on the border has something inside that can lead to it.
    private static boolean liveBorder(
            Catches catches, ProcessGraph.Scope scope, Node.Activity host) {
        ProcessGraph graph = catches.graph();
        boolean tasks = graph.hasTask(scope.index());
        return graph.boundariesOf(host).stream()
                .filter(boundary -> catches.unaimed().get(boundary.index()))
                .allMatch(boundary -> tasks && !boundary.trigger().is(Trigger.Kind.CANCEL));
    }
}
