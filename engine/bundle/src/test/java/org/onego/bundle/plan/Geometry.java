package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.onego.bundle.plan.Drawing.Box;
import org.onego.bundle.plan.Drawing.Point;

/// Counts what makes a drawing hard to read. All edges are horizontal and vertical pieces.
final class Geometry {

    private static final double EPSILON = 0.01;

    private record Piece(String edge, Point from, Point to) {
        double left() {
            return Math.min(from.x(), to.x());
        }

        double right() {
            return Math.max(from.x(), to.x());
        }

        double top() {
            return Math.min(from.y(), to.y());
        }

        double bottom() {
            return Math.max(from.y(), to.y());
        }
    }

    private Geometry() {}

    /// Pairs of pieces of different edges that touch or cross.
    static List<String> crossings(Drawing drawing) {
        List<Piece> pieces = pieces(drawing);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 1; j < pieces.size(); j++) {
                Piece a = pieces.get(i);
                Piece b = pieces.get(j);
                if (!a.edge().equals(b.edge())
                        && a.left() <= b.right() + EPSILON
                        && b.left() <= a.right() + EPSILON
                        && a.top() <= b.bottom() + EPSILON
                        && b.top() <= a.bottom() + EPSILON) {
                    found.add(a + " × " + b);
                }
            }
        }
        return found;
    }

    /// Pieces that run through the inside of a node; where an edge ends, it ends on the border.
    static List<String> throughNodes(Drawing drawing, Sketch sketch) {
        List<String> found = new ArrayList<>();
        for (Piece piece : pieces(drawing)) {
            for (Sketch.Node node : sketch.nodes()) {
                if (enters(piece, drawing.box(node.id()), node.shape())) {
                    found.add(piece + " through " + node.id());
                }
            }
        }
        return found;
    }

    private static boolean enters(Piece piece, Box box, Sketch.Shape shape) {
        int steps = 400;
        for (int i = 0; i <= steps; i++) {
            double x = piece.from().x() + (piece.to().x() - piece.from().x()) * i / steps;
            double y = piece.from().y() + (piece.to().y() - piece.from().y()) * i / steps;
            double dx = Math.abs(x - box.middleX()) / (box.width() / 2);
            double dy = Math.abs(y - box.middleY()) / (box.height() / 2);
            double depth =
                    switch (shape) {
                        case BOX -> Math.max(dx, dy);
                        case DIAMOND -> dx + dy;
                        case CIRCLE -> Math.hypot(dx, dy);
                    };
            if (depth < 1 - EPSILON) {
                return true;
            }
        }
        return false;
    }

    private static List<Piece> pieces(Drawing drawing) {
        List<Piece> pieces = new ArrayList<>();
        drawing.routes()
                .forEach((edge, route) -> {
                    for (int i = 1; i < route.size(); i++) {
                        pieces.add(new Piece(edge, route.get(i - 1), route.get(i)));
                    }
                });
        return pieces;
    }

    /// Labels with an edge through them.
    static List<String> throughLabels(Drawing drawing) {
        List<String> found = new ArrayList<>();
        for (Piece piece : pieces(drawing)) {
            drawing.labels()
                    .forEach((id, box) -> {
                        if (enters(piece, box, Sketch.Shape.BOX)) {
                            found.add(piece + " through the label of " + id);
                        }
                    });
        }
        return found;
    }

    /// Pairs of boxes and labels that overlap.
    static List<String> overlaps(Drawing drawing) {
        List<Map.Entry<String, Box>> boxes = new ArrayList<>(drawing.boxes().entrySet());
        drawing.labels().forEach((id, box) -> boxes.add(Map.entry("label of " + id, box)));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                Box a = boxes.get(i).getValue();
                Box b = boxes.get(j).getValue();
                if (a.x() < b.right() - EPSILON
                        && b.x() < a.right() - EPSILON
                        && a.y() < b.bottom() - EPSILON
                        && b.y() < a.bottom() - EPSILON) {
                    found.add(boxes.get(i) + " over " + boxes.get(j));
                }
            }
        }
        return found;
    }
}
