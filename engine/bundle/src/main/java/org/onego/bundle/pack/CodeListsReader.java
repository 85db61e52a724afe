package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.element.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// Reads `codes/codes.yaml` and the lists it names.
final class CodeListsReader {

    private static final String FILE = "codes/codes.yaml";
    private static final Set<String> COLUMNS = Set.of("code", "name", "en", "parent", "source");
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.SKIP_EMPTY_LINES).build();

    private final PackageFiles files;
    private final FileShape shape;
    private final Findings findings;

    CodeListsReader(PackageFiles files, FileShape shape, Findings findings) {
        this.files = files;
        this.shape = shape;
        this.findings = findings;
    }

    Map<String, CodeList> read() {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        if (!files.exists("codes")) {
            return lists;
        }
        files.tree(FILE, findings)
                .filter(tree -> shape.fits(tree, findings))
                .ifPresent(tree -> {
                    tree.entries().forEach((id, entry) -> readList(id, entry, lists));
                    tree.entries().forEach((id, entry) -> checkParents(entry, id, lists));
                    tree.entries().forEach((id, entry) -> hang(entry, id, lists));
                });
        for (String name : files.names("codes", ".csv", findings)) {
            if (!lists.containsKey(name) && !findings.hasErrors()) {
                findings.warn(
                        Spot.of("codes/" + name + ".csv"),
                        "the list '" + name + "' is not in codes.yaml and nobody can use it",
                        "add '" + name + ": {title: …}' to codes/codes.yaml");
            }
        }
        return lists;
    }

    private void readList(String id, Spot entry, Map<String, CodeList> lists) {
        String file = "codes/" + id + ".csv";
        if (!files.exists(file)) {
            findings.error(
                    entry, "the list '" + id + "' has no file " + file, "create it: code,name");
            return;
        }
        int before = findings.errors();
        files.text(file, findings)
                .ifPresent(text -> {
                    List<Code> codes = rows(file, text);
                    checkCodes(file, codes);
                    if (findings.errors() == before) {
                        lists.put(id, new CodeList(id, entry.at("title").text(), codes));
                    }
                });
    }

    private List<Code> rows(String file, String text) {
        List<Code> codes = new ArrayList<>();
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(header).readValues(text)) {
            boolean first = true;
            while (rows.hasNextValue()) {
                Map<String, String> row = rows.nextValue();
                if (first && !checkColumns(file, row.keySet())) {
                    return List.of();
                }
                first = false;
                codes.add(code(row));
            }
        } catch (JacksonException broken) {
            findings.error(Spot.of(file), StrictTrees.problem(broken), StrictTrees.advice(broken));
        }
        return codes;
    }

    private boolean checkColumns(String file, Set<String> columns) {
        boolean right = true;
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                right = false;
                findings.error(
                        Spot.of(file),
                        "the column '" + column + "' is not known",
                        Nearest.advice(column, COLUMNS, "leave it out"));
            }
        }
        for (String needed : List.of("code", "name")) {
            if (!columns.contains(needed)) {
                right = false;
                findings.error(
                        Spot.of(file),
                        "the column '" + needed + "' is missing",
                        "start the file with the line code,name");
            }
        }
        return right;
    }

    private static Code code(Map<String, String> row) {
        String en = row.getOrDefault("en", "");
        String parent = row.getOrDefault("parent", "");
        return new Code(
                row.getOrDefault("code", ""),
                new Text(row.getOrDefault("name", ""), en.isEmpty() ? null : en),
                parent.isEmpty() ? null : parent);
    }

    private void checkCodes(String file, List<Code> codes) {
        if (codes.isEmpty()) {
            findings.error(Spot.of(file), "the list has no codes", "add a row: code,name");
        }
        Map<String, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            Code code = codes.get(i);
            Spot row = row(file, i);
            if (code.code().isEmpty() || code.name().zh().isEmpty()) {
                findings.error(row, "row " + (i + 1) + " has no code or no name", "fill in both");
            }
            Integer earlier = rowOf.putIfAbsent(code.code(), i + 1);
            if (earlier != null) {
                findings.error(
                        row,
                        "the code '" + code.code() + "' stands in row " + earlier + " already",
                        "leave one of the two out");
            }
        }
    }

    /// Codes hang under codes of the same list, or of the list that `parents` names.
    private void checkParents(Spot entry, String id, Map<String, CodeList> lists) {
        CodeList list = lists.get(id);
        Spot parents = entry.at("parents");
        if (list == null) {
            return;
        }
        CodeList above = parents.present() ? lists.get(parents.string()) : list;
        if (above == null) {
            findings.error(
                    parents,
                    "the code list '" + parents.string() + "' does not exist",
                    Nearest.advice(parents.string(), lists.keySet(), "add it to codes.yaml"));
            return;
        }
        Set<String> known = new HashSet<>();
        above.codes().forEach(code -> known.add(code.code()));
        for (int i = 0; i < list.codes().size(); i++) {
            Code code = list.codes().get(i);
            String parent = code.parent();
            if (parent != null && (!known.contains(parent) || parent.equals(code.code()))) {
                findings.error(
                        row("codes/" + id + ".csv", i),
                        "the parent '"
                                + parent
                                + "' of '"
                                + code.code()
                                + "' is no other code of '"
                                + above.id()
                                + "'",
                        "correct it, or name the list it is in with parents in codes.yaml");
            }
        }
    }

    private static void hang(Spot entry, String id, Map<String, CodeList> lists) {
        Spot parents = entry.at("parents");
        CodeList list = lists.get(id);
        CodeList above = parents.present() ? lists.get(parents.string()) : null;
        if (list != null && above != null && !above.id().equals(id)) {
            lists.put(id, new CodeList(id, list.title(), list.codes(), above.codes()));
        }
    }

    private static Spot row(String file, int index) {
        return new Spot(file, JsonPointer.empty().appendIndex(index), Spot.of(file).node());
    }
}
