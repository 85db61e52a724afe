package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.List;

/// One process as drawn: its scopes, nodes and flows, and nothing of its layout or data.
///
/// @param scopes the process itself first, an outer scope always before its inner ones
/// @param unsupported what stands in it that nobody can decide here
record ProcessGraph(
        String id,
        List<Scope> scopes,
        List<Node> nodes,
        List<Flow> flows,
        List<Soundness.Unsupported> unsupported,
        List<List<Flow>> into,
        List<List<Flow>> outOf,
        List<List<Node.Boundary>> hosted,
        List<List<Node>> inScope) {

    /// @param node the sub-process whose inside this is; -1 for the process
    /// @param parent -1 for the process
    record Scope(int index, int node, int parent) {}

    /// @param otherwise the flow is its source's default
    record Flow(
            int index,
            String id,
            String name,
            int source,
            int target,
            boolean conditional,
            boolean otherwise) {}

    static ProcessGraph of(
            String id,
            List<Scope> scopes,
            List<Node> nodes,
            List<Flow> flows,
            List<Soundness.Unsupported> unsupported) {
        List<List<Flow>> into = lists(nodes.size());
        List<List<Flow>> outOf = lists(nodes.size());
        for (Flow flow : flows) {
            outOf.get(flow.source()).add(flow);
            into.get(flow.target()).add(flow);
        }
        List<List<Node.Boundary>> hosted = lists(nodes.size());
        List<List<Node>> inScope = lists(scopes.size());
        for (Node node : nodes) {
            inScope.get(node.scope()).add(node);
            if (node instanceof Node.Boundary boundary && boundary.host() >= 0) {
                hosted.get(boundary.host()).add(boundary);
            }
        }
        return new ProcessGraph(
                id, scopes, nodes, flows, unsupported, into, outOf, hosted, inScope);
    }

    Node node(int index) {
        return nodes.get(index);
    }

    List<Flow> into(Node node) {
        return into.get(node.index());
    }

    List<Flow> outOf(Node node) {
        return outOf.get(node.index());
    }

    /// Whether `inner` is `outer` or lies inside it.
    boolean inside(int inner, int outer) {
        int scope = inner;
        while (scope > outer) {
            scope = scopes.get(scope).parent();
        }
        return scope == outer;
    }

    /// Whether a task or call activity stands anywhere in the scope.
    boolean hasTask(int scope) {
        return nodes.stream()
                .anyMatch(node ->
                        node instanceof Node.Activity activity
                                && activity.inner() < 0
                                && inside(node.scope(), scope));
    }

    List<Node> nodesOf(int scope) {
        return inScope.get(scope);
    }

    List<Node.Boundary> boundariesOf(Node host) {
        return hosted.get(host.index());
    }

    private static <T> List<List<T>> lists(int count) {
        List<List<T>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
