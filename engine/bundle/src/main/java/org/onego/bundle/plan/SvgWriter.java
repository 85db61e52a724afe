package org.onego.bundle.plan;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.onego.bundle.plan.Drawing.Box;
import org.onego.bundle.plan.Drawing.Point;

/// Writes the few shapes of a [ProcessPicture] as SVG.
final class SvgWriter {

    private static final int ARROW = 6;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private SvgWriter() throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    /// @param title read out first by a screen reader
    /// @param description the picture in words
    static SvgWriter start(double width, double height, String title, String description) {
        return written(() -> {
            SvgWriter svg = new SvgWriter();
            svg.open(
                    "svg",
                    "xmlns",
                    "http://www.w3.org/2000/svg",
                    "role",
                    "img",
                    "aria-labelledby",
                    "process-picture-title process-picture-description",
                    "width",
                    number(width),
                    "height",
                    number(height),
                    "viewBox",
                    "0 0 " + number(width) + " " + number(height),
                    "font-family",
                    "sans-serif");
            svg.element("title", title, "id", "process-picture-title");
            svg.element("desc", description, "id", "process-picture-description");
            return svg;
        });
    }

    void box(Box box, String fill, String stroke, boolean dashed) {
        shape(
                "rect",
                "x",
                number(box.x()),
                "y",
                number(box.y()),
                "width",
                number(box.width()),
                "height",
                number(box.height()),
                "rx",
                "8",
                "fill",
                fill,
                "stroke",
                stroke,
                "stroke-width",
                "2",
                "stroke-dasharray",
                dashed ? "6 4" : "none");
    }

    void text(double x, double y, int size, boolean bold, String colour, String content) {
        written(() -> {
            element(
                    "text",
                    content,
                    "x",
                    number(x),
                    "y",
                    number(y),
                    "text-anchor",
                    "middle",
                    "font-size",
                    number(size),
                    "font-weight",
                    bold ? "bold" : "normal",
                    "fill",
                    colour);
            return this;
        });
    }

    /// A line through these points, with an arrow head at the last one.
    void arrow(List<Point> route, String colour) {
        shape(
                "polyline",
                "points",
                points(route),
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                "1.5");
        Point tip = route.getLast();
        Point before = route.get(route.size() - 2);
        double dx = Math.signum(tip.x() - before.x()) * ARROW;
        double dy = Math.signum(tip.y() - before.y()) * ARROW;
        shape(
                "polygon",
                "points",
                points(
                        List.of(
                                tip,
                                new Point(tip.x() - dx - dy / 2, tip.y() - dy - dx / 2),
                                new Point(tip.x() - dx + dy / 2, tip.y() - dy + dx / 2))),
                "fill",
                colour);
    }

    String end() {
        return written(() -> {
            xml.writeEndElement();
            xml.flush();
            return text.toString();
        });
    }

    private void shape(String name, String... attributes) {
        written(() -> {
            xml.writeEmptyElement(name);
            attributes(attributes);
            return this;
        });
    }

    private void element(String name, String content, String... attributes)
            throws XMLStreamException {
        open(name, attributes);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static String number(double number) {
        double rounded = Math.rint(number * 10) / 10;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }

    private interface Writing<T> {
        T write() throws XMLStreamException;
    }

    /// Writing into memory fails only by a mistake of this class.
    private static <T> T written(Writing<T> writing) {
        try {
            return writing.write();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
