package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.NodeLabelPlacement;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.onego.bundle.plan.Drawing.Box;
import org.onego.bundle.plan.Drawing.Point;

/// Sketch → drawing, by ELK's layered algorithm with orthogonal edges. The same sketch always gives
/// the same drawing.
final class Draw {

    private static final double LABEL_HEIGHT = 16;
    private static final double CHARACTER = 12;

    static {
        // Finds the algorithms on the class path and registers their options' types.
        LayoutMetaDataService.getInstance();
    }

    private Draw() {}

    static Drawing draw(Sketch sketch) {
        ElkNode paper = ElkGraphUtil.createGraph();
        paper.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        paper.setProperty(LayeredOptions.DIRECTION, direction(sketch.direction()));
        paper.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        paper.setProperty(LayeredOptions.SPACING_NODE_NODE, 36.0);
        paper.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40.0);
        paper.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
        paper.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
        paper.setProperty(LayeredOptions.PADDING, new ElkPadding(20));
        // More tries at crossings cost milliseconds once per version.
        paper.setProperty(LayeredOptions.THOROUGHNESS, 30);

        Map<String, Placed> nodes = new LinkedHashMap<>();
        for (Sketch.Node node : sketch.nodes()) {
            nodes.put(node.id(), place(paper, node));
        }
        List<Connected> edges = new ArrayList<>();
        for (Sketch.Edge edge : sketch.edges()) {
            edges.add(connect(edge, node(nodes, edge.from()), node(nodes, edge.to())));
        }
        new RecursiveGraphLayoutEngine().layout(paper, new BasicProgressMonitor());
        return read(paper, nodes.values(), edges);
    }

    /// A node on ELK's paper.
    private record Placed(Sketch.Node node, ElkNode elk) {
        Box box() {
            return whole(elk.getX(), elk.getY(), elk.getWidth(), elk.getHeight());
        }
    }

    private record Connected(Sketch.Edge edge, Placed from, Placed to, ElkEdge elk) {}

    private static Placed node(Map<String, Placed> nodes, String id) {
        Placed node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("an edge ends at '" + id + "', which is no node");
        }
        return node;
    }

    private static Placed place(ElkNode paper, Sketch.Node node) {
        ElkNode elk = ElkGraphUtil.createNode(paper);
        elk.setDimensions(node.width(), node.height());
        if (!node.label().isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(node.label(), elk);
            label.setDimensions(widthOf(node.label()), LABEL_HEIGHT);
            elk.setProperty(
                    LayeredOptions.NODE_LABELS_PLACEMENT,
                    EnumSet.of(
                            NodeLabelPlacement.OUTSIDE,
                            NodeLabelPlacement.V_BOTTOM,
                            NodeLabelPlacement.H_CENTER));
        }
        return new Placed(node, elk);
    }

    private static Connected connect(Sketch.Edge edge, Placed from, Placed to) {
        ElkEdge elk = ElkGraphUtil.createSimpleEdge(from.elk(), to.elk());
        if (!edge.label().isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(edge.label(), elk);
            label.setDimensions(widthOf(edge.label()), LABEL_HEIGHT);
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        }
        return new Connected(edge, from, to, elk);
    }

    private static Drawing read(ElkNode paper, Collection<Placed> nodes, List<Connected> edges) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        Map<String, Box> labels = new LinkedHashMap<>();
        for (Placed placed : nodes) {
            String id = placed.node().id();
            Box box = placed.box();
            boxes.put(id, box);
            placed.elk()
                    .getLabels()
                    .forEach(label -> labels.put(id, boxOf(label, box.x(), box.y())));
        }
        Map<String, List<Point>> routes = new LinkedHashMap<>();
        for (Connected connected : edges) {
            String id = connected.edge().id();
            List<Point> route = routeOf(connected.elk().getSections().getFirst());
            route.set(0, meet(connected.from(), route.getFirst()));
            route.set(route.size() - 1, meet(connected.to(), route.getLast()));
            routes.put(id, route);
            connected.elk().getLabels().forEach(label -> labels.put(id, boxOf(label, 0, 0)));
        }
        return new Drawing(
                Math.ceil(paper.getWidth()), Math.ceil(paper.getHeight()), boxes, labels, routes);
    }

    private static List<Point> routeOf(ElkEdgeSection section) {
        List<Point> route = new ArrayList<>();
        route.add(whole(section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints()) {
            route.add(whole(bend.getX(), bend.getY()));
        }
        route.add(whole(section.getEndX(), section.getEndY()));
        return route;
    }

    /// ELK ends edges at the box around a node; a diamond's or a circle's own border is further in.
    private static Point meet(Placed placed, Point end) {
        Box box = placed.box();
        double fromMiddleX = end.x() - box.middleX();
        double fromMiddleY = end.y() - box.middleY();
        boolean sideways = end.x() <= box.x() + 0.01 || end.x() >= box.right() - 0.01;
        double across = sideways ? Math.abs(fromMiddleY) : Math.abs(fromMiddleX);
        double radius = (sideways ? box.width() : box.height()) / 2;
        double reach =
                switch (placed.node().shape()) {
                    case BOX -> radius;
                    case DIAMOND -> radius - across;
                    case CIRCLE -> Math.sqrt(Math.max(0, radius * radius - across * across));
                };
        return sideways
                ? new Point(box.middleX() + Math.copySign(reach, fromMiddleX), end.y())
                : new Point(end.x(), box.middleY() + Math.copySign(reach, fromMiddleY));
    }

    private static Box boxOf(ElkLabel label, double dx, double dy) {
        return whole(label.getX() + dx, label.getY() + dy, label.getWidth(), label.getHeight());
    }

    /// Whole pixels: sharper to look at, and shorter to write.
    private static Box whole(double x, double y, double width, double height) {
        return new Box(Math.rint(x), Math.rint(y), width, height);
    }

    private static Point whole(double x, double y) {
        return new Point(Math.rint(x), Math.rint(y));
    }

    private static double widthOf(String label) {
        return label.codePointCount(0, label.length()) * CHARACTER + 4;
    }

    private static Direction direction(Sketch.Direction direction) {
        return switch (direction) {
            case RIGHT -> Direction.RIGHT;
            case DOWN -> Direction.DOWN;
        };
    }
}
