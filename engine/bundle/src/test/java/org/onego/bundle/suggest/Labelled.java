package org.onego.bundle.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.suggest.Suggestion.FieldRef;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// The fields of real forms (`fields.csv`), each with the question that it asks: two fields of
/// different items are the same exactly when their questions are. `a|b` asks one or the other,
/// depending on the citizen; of `?` nobody could say what it asks. Pairs with those aren't counted.
final class Labelled {

    private final Map<String, Map<String, String>> questions = new LinkedHashMap<>();
    private final Map<String, List<Sketch>> fields = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> titles = new LinkedHashMap<>();
    private final Map<String, Set<String>> applicants = new LinkedHashMap<>();

    Labelled() {
        for (Map<String, String> row : rows("subjects.csv")) {
            String bundle = cell(row, "bundle");
            titles.computeIfAbsent(bundle, _ -> new LinkedHashMap<>())
                    .put(cell(row, "subject"), cell(row, "title"));
            if (cell(row, "applicant").equals("yes")) {
                applicants.computeIfAbsent(bundle, _ -> new HashSet<>()).add(cell(row, "subject"));
            }
        }
        rows("fields.csv").forEach(this::add);
    }

    private void add(Map<String, String> row) {
        String bundle = cell(row, "bundle");
        JsonPointer pointer = JsonPointer.compile("/" + cell(row, "own") + "/" + cell(row, "name"));
        Sketch sketch =
                new Sketch(
                        cell(row, "item"),
                        pointer,
                        cell(row, "own"),
                        words(cell(row, "about")),
                        cell(row, "title"),
                        cell(row, "name"),
                        Kind.valueOf(cell(row, "kind")),
                        words(cell(row, "codes")),
                        null,
                        Set.of(),
                        false);
        fields.computeIfAbsent(bundle, _ -> new ArrayList<>()).add(sketch);
        String before =
                questions
                        .computeIfAbsent(bundle, _ -> new LinkedHashMap<>())
                        .put(key(sketch.item(), pointer), cell(row, "question"));
        if (before != null) {
            throw new IllegalStateException(bundle + " " + sketch.item() + pointer + " twice");
        }
    }

    List<Sketch> fields(String bundle) {
        return Objects.requireNonNull(fields.get(bundle));
    }

    People people(String bundle) {
        return new People(
                Words.standard(),
                Objects.requireNonNull(titles.get(bundle)),
                applicants.getOrDefault(bundle, Set.of()));
    }

    /// Whether two fields ask the same; null where nobody can say.
    @Nullable Boolean same(String bundle, Sketch left, Sketch right) {
        return same(question(bundle, left), question(bundle, right));
    }

    Sketch field(String bundle, FieldRef ref) {
        return fields(bundle).stream()
                .filter(field ->
                        field.item().equals(ref.item()) && field.pointer().equals(ref.pointer()))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Boolean same(String left, String right) {
        if (left.equals("?") || right.equals("?")) {
            return null;
        }
        Set<String> one = Set.of(left.split("\\|"));
        Set<String> other = Set.of(right.split("\\|"));
        if (one.equals(other)) {
            return true;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.isEmpty() ? false : null;
    }

    private String question(String bundle, Sketch field) {
        return Objects.requireNonNull(
                Objects.requireNonNull(questions.get(bundle))
                        .get(key(field.item(), field.pointer())));
    }

    private static String key(String item, JsonPointer pointer) {
        return item + pointer;
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(" "));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<Map<String, String>> rows(String file) {
        try (InputStream in =
                        Objects.requireNonNull(Labelled.class.getResourceAsStream(file), file);
                MappingIterator<Map<String, String>> rows =
                        new CsvMapper()
                                .readerForMapOf(String.class)
                                .with(CsvSchema.emptySchema().withHeader())
                                .readValues(in)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
