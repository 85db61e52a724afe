package org.onego.bench;

import java.util.List;
import java.util.Locale;

/// Figures as lines of text: what, how long, how many times the baseline, and whether that is
/// within the limit.
final class Table {

    private Table() {}

    static String of(List<Figure> figures) {
        int width = figures.stream().mapToInt(each -> each.what().length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (Figure figure : figures) {
            out.append("  ")
                    .append(figure.what())
                    .append(" ".repeat(width - figure.what().length()));
            out.append(
                    String.format(Locale.ROOT, "  %12s", written(figure.value(), figure.unit())));
            out.append(
                    figure.baseline() == null
                            ? "     baseline"
                            : String.format(Locale.ROOT, "  %9.2f x ", figure.ratio()));
            out.append(limit(figure)).append('\n');
        }
        return out.toString();
    }

    private static String limit(Figure figure) {
        Double limit = figure.limit();
        Double atMost = figure.atMost();
        if (limit == null && atMost == null) {
            return "";
        }
        String said =
                (limit == null ? "" : " at most " + written(limit, figure.unit()))
                        + (atMost == null ? "" : " at most " + atMost + " x");
        return "  " + (figure.holds() ? "holds:" : "MISSED:") + said;
    }

    private static String written(double value, Figure.Unit unit) {
        return switch (unit) {
            case TIME -> time(value);
            case BYTES -> String.format(Locale.ROOT, "%.0f KB", value / 1024);
        };
    }

    private static String time(double nanos) {
        if (nanos < 1_000) {
            return String.format(Locale.ROOT, "%.1f ns", nanos);
        }
        return nanos < 1_000_000
                ? String.format(Locale.ROOT, "%.2f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }
}
