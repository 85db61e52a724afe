package org.onego.bundle.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.RowSubject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers that somebody wrote into a YAML or JSON file: to the guide, and to the questions of the
/// form.
///
/// A file with none of the keys below is taken as the answers alone. A persona's file can be read
/// too: its certificates then count for nothing.
///
/// @param guide guide question → value
/// @param chosen the items with a choice that are taken; null for the preselected ones
/// @param items exactly these items; null for all that apply
/// @param rows repeated subject → how many there are
/// @param answers subject → question key or element id → value; each row of a repeated group is a
///   subject of its own
public record AnswersFile(
        Map<String, String> guide,
        @Nullable List<String> chosen,
        @Nullable List<String> items,
        Map<String, Integer> rows,
        ObjectNode answers) {

    private static final Set<String> OWN = Set.of("guide", "chosen", "items", "rows", "answers");
    private static final Set<String> OF_PERSONAS =
            Set.of("id", "title", "person", "certificates", "source");

    public AnswersFile {
        guide = Map.copyOf(guide);
        chosen = chosen == null ? null : List.copyOf(chosen);
        items = items == null ? null : List.copyOf(items);
        rows = Map.copyOf(rows);
    }

    /// No answers at all.
    public static final AnswersFile EMPTY =
            new AnswersFile(Map.of(), null, null, Map.of(), JsonNodeFactory.instance.objectNode());

    /// What reading came to.
    public sealed interface Reading {

        record Read(AnswersFile file) implements Reading {}

        record Unreadable(List<Finding> findings) implements Reading {
            public Unreadable {
                findings = List.copyOf(findings);
            }
        }
    }

    public static Reading read(Path file) {
        Findings findings = new Findings();
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null) {
            folder = absolute;
        }
        AnswersFile read =
                new PackageFiles(folder)
                        .tree(String.valueOf(absolute.getFileName()), findings)
                        .map(tree -> read(tree, findings))
                        .orElse(EMPTY);
        return findings.hasErrors()
                ? new Reading.Unreadable(findings.all())
                : new Reading.Read(read);
    }

    private static AnswersFile read(Spot tree, Findings findings) {
        if (!isObject(tree, findings, "write subject → question → value")) {
            return EMPTY;
        }
        if (tree.entries().keySet().stream().noneMatch(OWN::contains)) {
            Map<String, Integer> rows = new LinkedHashMap<>();
            return new AnswersFile(Map.of(), null, null, rows, answers(tree, rows, findings));
        }
        tree.entries()
                .forEach((key, value) -> {
                    if (!OWN.contains(key) && !OF_PERSONAS.contains(key)) {
                        findings.error(
                                value,
                                "'" + key + "' is no key of a file with answers",
                                Nearest.advice(key, OWN, "take it out"));
                    }
                });
        Map<String, Integer> rows = new LinkedHashMap<>();
        ObjectNode answers = answers(tree.at("answers"), rows, findings);
        tree.at("rows").entries().forEach((subject, count) -> row(subject, count, rows, findings));
        Map<String, String> guide = new LinkedHashMap<>();
        if (isObject(tree.at("guide"), findings, "write question: value")) {
            tree.at("guide")
                    .entries()
                    .forEach((question, value) -> guide.put(question, value.string()));
        }
        return new AnswersFile(
                guide,
                list(tree.at("chosen"), findings),
                list(tree.at("items"), findings),
                rows,
                answers);
    }

    private static void row(
            String subject, Spot count, Map<String, Integer> rows, Findings findings) {
        if (count.node().isIntegralNumber() && count.node().asInt(-1) >= 0) {
            rows.put(subject, count.node().asInt());
        } else {
            findings.error(count, count.node() + " is no number of rows", "write e.g. 2");
        }
    }

    private static @Nullable List<String> list(Spot spot, Findings findings) {
        if (!spot.present()) {
            return null;
        }
        if (!spot.node().isArray()) {
            findings.error(spot, spot.node() + " is no list", "write [first, second]");
            return null;
        }
        return spot.elements().stream().map(Spot::string).toList();
    }

    private static ObjectNode answers(Spot spot, Map<String, Integer> rows, Findings findings) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        if (!isObject(spot, findings, "write subject → question → value")) {
            return answers;
        }
        for (Map.Entry<String, Spot> entry : spot.entries().entrySet()) {
            String subject = entry.getKey();
            List<Spot> each = new ArrayList<>();
            if (entry.getValue().node().isArray()) {
                each.addAll(entry.getValue().elements());
                rows.put(subject, each.size());
                for (int i = 0; i < each.size(); i++) {
                    about(RowSubject.of(subject, i + 1), each.get(i), answers, findings);
                }
            } else {
                about(subject, entry.getValue(), answers, findings);
                if (RowSubject.isRow(subject)) {
                    rows.merge(RowSubject.declared(subject), RowSubject.number(subject), Math::max);
                }
            }
        }
        return answers;
    }

    private static void about(String subject, Spot values, ObjectNode answers, Findings findings) {
        if (isObject(values, findings, "write question: value about '" + subject + "'")) {
            for (Map.Entry<String, JsonNode> value : values.node().properties()) {
                answers.withObjectProperty(subject).set(value.getKey(), value.getValue());
            }
        }
    }

    /// What isn't there at all is an empty object.
    private static boolean isObject(Spot spot, Findings findings, String advice) {
        if (!spot.present() || spot.node().isObject()) {
            return true;
        }
        findings.error(spot, spot.node() + " is no mapping", advice);
        return false;
    }
}
