package org.onego.bench;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Merger;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Six items of 40 fields become one form.
@State(Scope.Benchmark)
public class MergeBench {

    private static final String MERGE = "a bundle's merger, warm";
    private static final String ALONE = "a merger that knows nothing yet";

    private final JsonSchemas schemas = new JsonSchemas();
    private final CompiledBundle bundle = SampleForms.sixItems();
    private final Selection selection = SampleForms.selection(new PublishedBundle(bundle));
    private final Merger merger = new Merger(bundle, schemas::compile);
    private final List<JsonNode> forms = forms(bundle);

    static List<Figure> measure() {
        Measure measure = Measure.averages(MergeBench.class);
        Figure compile =
                measure.baseline("the six schemas in an allOf, compiled by networknt", "allOf");
        return List.of(
                compile,
                measure.baseline("the six schemas laid over each other by Jackson", "overlay"),
                Figure.within(MERGE, measure.median("merge"), compile, 1e6),
                Figure.of(ALONE, measure.median("mergeAlone"), compile));
    }

    private static List<JsonNode> forms(CompiledBundle bundle) {
        List<JsonNode> forms = new ArrayList<>();
        bundle.items().forEach(each -> forms.add(each.item().form().schema().source()));
        return forms;
    }

    @Benchmark
    public MergedForm merge() {
        return merger.merge(selection);
    }

    @Benchmark
    public MergedForm mergeAlone() {
        return Merger.merge(bundle, selection, schemas::compile);
    }

    /// What one would do without merging: correct, and still one question for each item.
    @Benchmark
    public CompiledSchema allOf() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        var parts = all.putArray("allOf");
        // Only the first may carry the elements: an id stands in a schema once.
        for (JsonNode form : forms) {
            ObjectNode part = ((ObjectNode) form).deepCopy();
            part.remove("$schema");
            if (!parts.isEmpty()) {
                part.remove("$defs");
            }
            parts.add(part);
        }
        return schemas.compile(all);
    }

    /// Fast, and wrong: the last item wins wherever two differ.
    @Benchmark
    public ObjectNode overlay() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        forms.forEach(form -> lay(all, form));
        return all;
    }

    private static void lay(ObjectNode under, JsonNode over) {
        over.properties()
                .forEach(entry -> {
                    if (entry.getValue() instanceof ObjectNode object
                            && under.get(entry.getKey()) instanceof ObjectNode known) {
                        lay(known, object);
                    } else {
                        under.set(entry.getKey(), entry.getValue().deepCopy());
                    }
                });
    }
}
