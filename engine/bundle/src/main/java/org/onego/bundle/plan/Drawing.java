package org.onego.bundle.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where everything stands on paper; the origin is at the top left, the unit is a pixel.
///
/// @param boxes node → its box
/// @param labels node or edge → the box of its label
/// @param routes edge → the points that it goes through
record Drawing(
        double width,
        double height,
        Map<String, Box> boxes,
        Map<String, Box> labels,
        Map<String, List<Point>> routes) {

    Drawing {
        boxes = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
    }

    Box box(String node) {
        return known(boxes, node);
    }

    List<Point> route(String edge) {
        return known(routes, edge);
    }

    private static <T> T known(Map<String, T> places, String id) {
        T place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("'" + id + "' is not in this drawing");
        }
        return place;
    }

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }
    }
}
