package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.schema.CompiledSchema;
import tools.jackson.databind.JsonNode;

/// Merges the forms of the selected items into one: every question once.
public final class Merger {

    private final CompiledBundle bundle;
    private final Function<JsonNode, CompiledSchema> compiler;
    private final PlainSchemas schemas;
    private final Intersections intersections = new Intersections();

    /// A merger for many selections of one bundle; it remembers what they have in common.
    /// Thread-safe.
    ///
    /// @param compiler compiles the parts of conditions that are taken apart
    public Merger(CompiledBundle bundle, Function<JsonNode, CompiledSchema> compiler) {
        this.bundle = bundle;
        this.compiler = compiler;
        this.schemas = new PlainSchemas(bundle.dictionary());
    }

    /// Merges once.
    public static MergedForm merge(
            CompiledBundle bundle,
            Selection selection,
            Function<JsonNode, CompiledSchema> compiler) {
        return new Merger(bundle, compiler).merge(selection);
    }

    /// The one form for this selection; conflicts are in it as data.
    ///
    /// @param wanted its rows are settled in the form's own selection
    public MergedForm merge(Selection wanted) {
        Selection selection = Rows.settle(bundle, wanted);
        AskedFields.Found found = new AskedFields(bundle, selection).find();
        Producers producers = new Producers(bundle, selection);
        Appearances appearances = new Appearances(selection, found.fields(), compiler);
        QuestionMaker maker =
                new QuestionMaker(
                        bundle,
                        selection,
                        found,
                        producers,
                        fields -> new Constraints(fields, schemas, appearances, intersections));

        Map<QuestionId, List<AskedField>> byQuestion = new LinkedHashMap<>();
        for (AskedField field : found.fields()) {
            byQuestion.computeIfAbsent(field.asked(), _ -> new ArrayList<>()).add(field);
        }
        Map<QuestionId, Question> questions = new LinkedHashMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (var entry : inOrder(byQuestion)) {
            QuestionMaker.Made made = maker.make(entry.getKey(), entry.getValue());
            questions.put(entry.getKey(), made.question());
            conflicts.addAll(made.conflicts());
        }
        MaterialMerger materials = new MaterialMerger(bundle, selection, producers);
        return new MergedForm(
                selection,
                questions,
                materials.merge(),
                conflicts,
                fields(selection),
                materials.before());
    }

    /// One subject after the other as the bundle declares them; within a subject as the items ask.
    private List<Map.Entry<QuestionId, List<AskedField>>> inOrder(
            Map<QuestionId, List<AskedField>> questions) {
        List<String> subjects = List.copyOf(bundle.subjects().keySet());
        return questions.entrySet().stream()
                .sorted(
                        Comparator.comparingInt((Map.Entry<QuestionId, ?> entry) ->
                                        subjects.indexOf(
                                                RowSubject.declared(entry.getKey().subject())))
                                .thenComparingInt(
                                        entry -> RowSubject.number(entry.getKey().subject())))
                .toList();
    }

    /// A group without a row is a form to be read all the same.
    private int fields(Selection selection) {
        int fields = 0;
        for (String id : selection.items()) {
            int own = bundle.item(id).form().fields().size();
            int expanded = Rows.expand(bundle.item(id), selection).form().fields().size();
            fields += Math.max(own, expanded);
        }
        return fields;
    }
}
