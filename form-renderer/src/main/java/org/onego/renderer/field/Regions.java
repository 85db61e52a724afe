package org.onego.renderer.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.merge.Question;
import org.onego.renderer.field.WidgetView.Cascade;
import org.onego.renderer.field.WidgetView.Option;

/// The codes that a question accepts as a tree, asked from the top down. What has been chosen so
/// far is the answer so far, so that the next page knows where to go on, with or without a script.
public final class Regions {

    /// No division of China lies deeper.
    private static final int DEEPEST = 6;

    private final Map<String, List<Code>> below = new LinkedHashMap<>();
    private final Map<String, Code> all = new HashMap<>();
    private final Set<String> accepted = new LinkedHashSet<>();

    private Regions(Question question) {
        CodeList list = question.element() == null ? null : question.element().codes();
        if (list != null) {
            list.codes().forEach(code -> all.put(code.code(), code));
        }
        question.codes()
                .forEach(code -> {
                    all.put(code.code(), code);
                    accepted.add(code.code());
                });
        Set<String> placed = new LinkedHashSet<>();
        question.codes().forEach(code -> place(code, placed));
    }

    public static Regions of(Question question) {
        return new Regions(question);
    }

    /// Puts a code and everything above it into the tree, once.
    private void place(Code code, Set<String> placed) {
        if (!placed.add(code.code()) || placed.size() > 10_000) {
            return;
        }
        Code above = code.parent() == null ? null : all.get(code.parent());
        if (above != null) {
            place(above, placed);
        }
        below.computeIfAbsent(above == null ? "" : above.code(), _ -> new ArrayList<>()).add(code);
    }

    /// Where nothing but one division can be chosen, it isn't asked: all Hebei lies in Hebei.
    private String top() {
        String top = "";
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Code> here = below.getOrDefault(top, List.of());
            if (here.size() != 1 || !below.containsKey(here.getFirst().code())) {
                return top;
            }
            top = here.getFirst().code();
        }
        return top;
    }

    /// Whether something below can still be chosen.
    public boolean isOpen(String code) {
        return below.containsKey(code);
    }

    /// The deepest that was chosen; whatever doesn't lie in what was chosen above it is let go.
    @Nullable String read(List<String> chosen) {
        String at = top();
        String deepest = null;
        for (String code : chosen) {
            String above = at;
            boolean here =
                    below.getOrDefault(above, List.of()).stream()
                            .anyMatch(each -> each.code().equals(code));
            if (!here) {
                break;
            }
            deepest = code;
            at = code;
        }
        return deepest;
    }

    /// A select for each level down to the first that is still open.
    List<Cascade.Level> levels(Question question, String answer, String id, Locale locale) {
        List<String> path = path(answer);
        List<Cascade.Level> levels = new ArrayList<>();
        String at = top();
        for (int depth = 0; depth < DEEPEST && below.containsKey(at); depth++) {
            String chosen = depth < path.size() ? path.get(depth) : "";
            levels.add(
                    new Cascade.Level(
                            question.id() + ":" + (depth + 1),
                            id + (depth == 0 ? "-input" : "-" + (depth + 1)),
                            label(at, depth),
                            below.getOrDefault(at, List.of()).stream()
                                    .map(code ->
                                            new Option(
                                                    code.code(),
                                                    code.name().in(locale),
                                                    code.code().equals(chosen)))
                                    .toList()));
            if (chosen.isEmpty()) {
                break;
            }
            at = chosen;
        }
        return levels;
    }

    /// GB/T 2260 says by the digits what is below: provinces end in 0000, cities in 00.
    private static String label(String above, int depth) {
        if (above.matches("\\d{2}0000")) {
            return "region.city";
        }
        if (above.matches("\\d{4}00")) {
            return "region.county";
        }
        return above.matches("\\d{6}")
                ? "region.street"
                : depth == 0 ? "region.first" : "region.next";
    }

    /// From the first level that is asked down to the answer; empty for what is no answer.
    private List<String> path(String answer) {
        List<String> path = new ArrayList<>();
        String top = top();
        Code at = all.get(answer);
        while (at != null && path.size() < DEEPEST && !at.code().equals(top)) {
            path.addFirst(at.code());
            at = at.parent() == null ? null : all.get(at.parent());
        }
        return path;
    }
}
