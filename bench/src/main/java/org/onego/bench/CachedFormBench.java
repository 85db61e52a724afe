package org.onego.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A form that has been merged before.
@State(Scope.Benchmark)
public class CachedFormBench {

    private final PublishedBundle bundle = new PublishedBundle(SampleForms.sixItems());
    private final Selection selection = SampleForms.selection(bundle);
    private final Map<Selection, MergedForm> map =
            new HashMap<>(Map.of(selection, bundle.form(selection)));

    static List<Figure> measure() {
        Measure alone = Measure.averages(CachedFormBench.class);
        Measure both = Measure.averages(CachedFormBench.class, 2);
        Figure one = alone.baseline("a HashMap's get", "hashMap");
        Figure two = both.baseline("a HashMap's get, two threads", "hashMap");
        return List.of(
                one,
                Figure.within("a cached form", alone.median("form"), one, 1e3),
                two,
                Figure.within("a cached form, two threads", both.median("form"), two, 1e3));
    }

    @Benchmark
    public MergedForm form() {
        return bundle.form(selection);
    }

    @Benchmark
    public @Nullable MergedForm hashMap() {
        return map.get(selection);
    }
}
