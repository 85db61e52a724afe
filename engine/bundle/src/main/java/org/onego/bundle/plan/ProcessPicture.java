package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.Drawing.Box;
import org.onego.bundle.plan.Drawing.Point;
import org.onego.bundle.plan.Sketch.Direction;
import org.onego.bundle.plan.Sketch.Edge;
import org.onego.bundle.plan.Sketch.Node;
import org.onego.bundle.plan.Sketch.Shape;

/// The items of an application and what waits for what, as an SVG for people: on the citizen's
/// progress page, and for staff. It says titles, departments and states, and nothing personal.
///
/// From top to bottom, as phones are; presentation attributes only, so that a strict content
/// security policy lets it through.
public final class ProcessPicture {

    private static final int WIDTH = 156;
    private static final int PADDING = 12;
    private static final int TITLE_SIZE = 15;
    private static final int SMALL_SIZE = 12;
    private static final double LEADING = 1.35;

    private final CompiledBundle bundle;
    private final Map<String, ItemState> states;
    private final Locale locale;
    private final ResourceBundle texts;

    private ProcessPicture(CompiledBundle bundle, Map<String, ItemState> states, Locale locale) {
        this.bundle = bundle;
        this.states = states;
        this.locale = locale;
        this.texts =
                ResourceBundle.getBundle(
                        "org.onego.bundle.plan.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// @param items those to show
    /// @param states item → its state; an item without one is shown without
    public static String svg(
            CompiledBundle bundle,
            Collection<String> items,
            Map<String, ItemState> states,
            Locale locale) {
        return new ProcessPicture(bundle, states, locale).svg(NeedGraph.of(bundle).only(items));
    }

    /// A line of text in an item's box.
    private record Line(String text, int size, boolean bold, String colour) {
        double height() {
            return size * LEADING;
        }
    }

    private String svg(NeedGraph graph) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        graph.items().forEach(item -> lines.put(item, lines(item)));
        Drawing drawing = Draw.draw(sketch(graph, lines));
        SvgWriter svg =
                SvgWriter.start(
                        drawing.width(),
                        drawing.height(),
                        text("picture.title").formatted(bundle.info().title().in(locale)),
                        description(graph));
        drawing.routes().values().forEach(route -> arrow(svg, route));
        lines.forEach((item, text) -> box(svg, item, drawing.box(item), text));
        return svg.end();
    }

    private static Sketch sketch(NeedGraph graph, Map<String, List<Line>> lines) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        lines.forEach((item, text) -> {
            double height = text.stream().mapToDouble(Line::height).sum() + 2 * PADDING;
            nodes.add(new Node(item, Shape.BOX, WIDTH, Math.ceil(height), ""));
            for (String needed : graph.waitsForOf(item)) {
                edges.add(new Edge(needed + ">" + item, needed, item, ""));
            }
        });
        return new Sketch(Direction.DOWN, nodes, edges);
    }

    private List<Line> lines(String id) {
        Item item = bundle.item(id);
        List<Line> lines = new ArrayList<>();
        add(lines, item.title().in(locale), TITLE_SIZE, true, "#1a1a1a");
        add(lines, item.department().name(), SMALL_SIZE, false, "#4a4a4a");
        ItemState state = states.get(id);
        if (state != null) {
            add(lines, text(state.key()), SMALL_SIZE, true, state.stroke());
        }
        return lines;
    }

    private static void add(List<Line> lines, String text, int size, boolean bold, String colour) {
        for (String line : WrapText.wrap(text, (double) (WIDTH - 2 * PADDING) / size)) {
            lines.add(new Line(line, size, bold, colour));
        }
    }

    private void box(SvgWriter svg, String item, Box box, List<Line> lines) {
        @Nullable ItemState state = states.get(item);
        boolean dashed = state == ItemState.WAITING || state == ItemState.CANCELLED;
        svg.box(
                box,
                state == null ? "#ffffff" : state.fill(),
                state == null ? "#4a4a4a" : state.stroke(),
                dashed);
        double y = box.y() + PADDING;
        for (Line line : lines) {
            y += line.height();
            svg.text(
                    box.middleX(),
                    y - line.height() + line.size(),
                    line.size(),
                    line.bold(),
                    line.colour(),
                    line.text());
        }
    }

    private static void arrow(SvgWriter svg, List<Point> route) {
        svg.arrow(route, "#6b6b6b");
    }

    /// The picture in words, for those who don't see it.
    private String description(NeedGraph graph) {
        return graph.items().stream()
                .map(item -> {
                    ItemState state = states.get(item);
                    String about =
                            state == null
                                    ? name(item)
                                    : text("picture.item").formatted(name(item), text(state.key()));
                    String after =
                            graph.waitsForOf(item).stream()
                                    .map(this::name)
                                    .collect(Collectors.joining(text("picture.and")));
                    return after.isEmpty() ? about : text("picture.after").formatted(about, after);
                })
                .collect(Collectors.joining(text("picture.separator"), "", text("picture.end")));
    }

    private String name(String item) {
        Text title = bundle.item(item).title();
        return title.in(locale);
    }

    private String text(String key) {
        return texts.getString(key);
    }
}
