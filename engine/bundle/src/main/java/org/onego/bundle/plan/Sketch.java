package org.onego.bundle.plan;

import java.util.List;

/// What is to be drawn, before anything has its place.
record Sketch(Direction direction, List<Node> nodes, List<Edge> edges) {
    Sketch {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    enum Direction {
        RIGHT,
        DOWN
    }

    /// @param label stands below the node; empty when there is none, or when it stands inside
    record Node(String id, Shape shape, double width, double height, String label) {}

    enum Shape {
        BOX,
        DIAMOND,
        CIRCLE
    }

    /// @param label stands on the edge; may be empty
    record Edge(String id, String from, String to, String label) {}
}
