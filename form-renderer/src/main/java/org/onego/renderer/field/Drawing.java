package org.onego.renderer.field;

import java.util.regex.Pattern;

/// A signature written on the glass: strokes as the path data of SVG, moves and lines of whole
/// numbers within 600 × 200. Nothing else passes, so that it is safe to place into a page.
public final class Drawing {

    private static final int LONGEST = 20_000;
    private static final Pattern STEP = Pattern.compile("[ML]\\d{1,3} \\d{1,3}");
    private static final Pattern NEXT_STEP = Pattern.compile("(?=[ML])");

    private Drawing() {}

    public static boolean isDrawing(String value) {
        return value.startsWith("M")
                && value.length() <= LONGEST
                && NEXT_STEP.splitAsStream(value).allMatch(step -> STEP.matcher(step).matches());
    }
}
