package org.onego.bench;

import java.util.List;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 100 answers become the document of one item.
@State(Scope.Benchmark)
public class ProjectBench {

    private final PublishedBundle bundle = new PublishedBundle(SampleForms.hundredFields());
    private final MergedForm form = bundle.form(SampleForms.selection(bundle));
    private final String item = bundle.compiled().items().getFirst().item().id();
    private final Answers answers = SampleForms.answers(form);
    private final ObjectNode document = bundle.project(form, item, answers);
    private final JsonMapper mapper = new JsonMapper();

    static List<Figure> measure() {
        Measure measure = Measure.averages(ProjectBench.class);
        Figure text = measure.baseline("the document written as text and read again", "text");
        return List.of(text, Figure.within("projection", measure.median("project"), text, 50e3));
    }

    @Benchmark
    public ObjectNode project() {
        return bundle.project(form, item, answers);
    }

    @Benchmark
    public JsonNode text() {
        return mapper.readTree(mapper.writeValueAsBytes(document));
    }
}
