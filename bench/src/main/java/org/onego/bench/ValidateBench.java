package org.onego.bench;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.JoniRegularExpressionFactory;
import java.util.List;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.SchemaError;
import org.onego.bundle.validate.AnswerError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.node.ObjectNode;

/// A document of 100 fields is judged: by the library as it comes, through our schemas, and as
/// answers to the merged form, which also projects them and looks at what is demanded.
@State(Scope.Benchmark)
public class ValidateBench {

    private final PublishedBundle bundle = new PublishedBundle(SampleForms.hundredFields());
    private final MergedForm form = bundle.form(SampleForms.selection(bundle));
    private final Item item = bundle.compiled().items().getFirst().item();
    private final Answers answers = SampleForms.answers(form);
    private final ObjectNode document = bundle.project(form, item.id(), answers);
    private final ObjectNode wrong = wrong(document);
    private final CompiledSchema ours = item.form().schema();
    private final Schema plain = plain(item);

    static List<Figure> measure() {
        new ValidateBench().check();
        Measure measure = Measure.averages(ValidateBench.class);
        Figure right = measure.baseline("networknt as it comes, all right", "networknt");
        Figure wrong = measure.baseline("networknt as it comes, 10 wrong", "networkntWrong");
        return List.of(
                right,
                Figure.times("our schema, all right", measure.median("schema"), right, 1.1),
                Figure.of("answers to the form, all right", measure.median("answers"), right),
                wrong,
                Figure.times("our schema, 10 wrong", measure.median("schemaWrong"), wrong, 1.1));
    }

    /// The same draft and regular expressions (Joni, ECMA-262), formats asserted.
    private static Schema plain(Item item) {
        var config =
                SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .regularExpressionFactory(JoniRegularExpressionFactory.getInstance())
                        .build();
        Schema schema =
                SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_2020_12,
                                builder -> builder.schemaRegistryConfig(config))
                        .getSchema(item.form().schema().source());
        schema.initializeValidators();
        return schema;
    }

    private static ObjectNode wrong(ObjectNode document) {
        ObjectNode wrong = document.deepCopy();
        ObjectNode declarant = (ObjectNode) wrong.path("declarant");
        for (int i = 0; i < 10; i++) {
            declarant.put("e" + i * 3, true);
        }
        return wrong;
    }

    /// Both must say the same, or there is nothing to compare.
    private void check() {
        int fields = document.findValues("e0").size();
        if (!ours.validate(document).isEmpty()
                || !plain.validate(document).isEmpty()
                || ours.validate(wrong).size() != plain.validate(wrong).size()
                || fields == 0) {
            throw new IllegalStateException(
                    ours.validate(document) + " / " + plain.validate(document));
        }
    }

    @Benchmark
    public List<Error> networknt() {
        return plain.validate(document);
    }

    @Benchmark
    public List<SchemaError> schema() {
        return ours.validate(document);
    }

    @Benchmark
    public List<AnswerError> answers() {
        return bundle.validate(form, answers);
    }

    @Benchmark
    public List<Error> networkntWrong() {
        return plain.validate(wrong);
    }

    @Benchmark
    public List<SchemaError> schemaWrong() {
        return ours.validate(wrong);
    }
}
