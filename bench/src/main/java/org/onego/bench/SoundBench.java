package org.onego.bench;

import java.util.List;
import org.onego.bundle.plan.soundness.SoundnessCheck;

/// A process is proved sound, or not, from the text of its file. Flowable's reading of the same
/// text is the baseline.
final class SoundBench {

    private SoundBench() {}

    static List<Figure> measure() {
        List<String> models = Models.generated();
        EachModel each = each(models);
        String of = models.size() + " generated models, ";
        Figure read = Figure.baseline(of + "read by Flowable, p50", each.percentile(0, 50));
        Figure last = Figure.baseline(of + "read by Flowable, p99", each.percentile(0, 99));
        EachModel blocks = each(List.of(Models.chained(500)));
        Figure readBlocks =
                Figure.baseline("500 parallel blocks, read by Flowable", blocks.percentile(0, 50));
        EachModel branches = each(List.of(Models.wide(500)));
        Figure readBranches =
                Figure.baseline(
                        "500 parallel branches, read by Flowable", branches.percentile(0, 50));
        return List.of(
                read,
                Figure.of(of + "p50", each.percentile(1, 50), read),
                last,
                Figure.within(of + "p99", each.percentile(1, 99), last, 1e6),
                Figure.of(of + "slowest", each.percentile(1, 100), last),
                readBlocks,
                Figure.within(
                        "500 parallel blocks in a row", blocks.percentile(1, 50), readBlocks, 10e6),
                readBranches,
                Figure.within(
                        "500 parallel branches", branches.percentile(1, 50), readBranches, 10e6));
    }

    private static EachModel each(List<String> models) {
        return EachModel.of(models, FlowableParse::read, model -> SoundnessCheck.of(model));
    }
}
