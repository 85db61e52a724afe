package org.onego.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.onego.bundle.plan.soundness.DrawBlocks;
import org.onego.bundle.plan.soundness.DrawWild;
import org.onego.bundle.property.Choices;

/// Processes as BPMN: those that the property tests draw, and large ones.
final class Models {

    private static final int EACH = 400;

    private Models() {}

    /// Nested blocks, which are sound, and anything that can be drawn, which mostly isn't; always
    /// the same ones.
    static List<String> generated() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261124);
        List<String> models = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            models.add(DrawBlocks.draw(Choices.fresh(random), 40).xml());
            models.add(DrawWild.draw(Choices.fresh(random)).xml());
        }
        return List.copyOf(models);
    }

    /// One split into so many branches with a task each.
    static String wide(int branches) {
        Text text = new Text();
        text.node("startEvent", "s").node("endEvent", "e");
        text.node("parallelGateway", "split").node("parallelGateway", "join");
        text.flow("s", "split").flow("join", "e");
        for (int i = 0; i < branches; i++) {
            text.node("userTask", "t" + i).flow("split", "t" + i).flow("t" + i, "join");
        }
        return text.whole();
    }

    /// So many splits, each into two branches, one after another.
    static String chained(int blocks) {
        Text text = new Text();
        text.node("startEvent", "s").node("endEvent", "e");
        String last = "s";
        for (int i = 0; i < blocks; i++) {
            text.node("parallelGateway", "split" + i).node("parallelGateway", "join" + i);
            text.flow(last, "split" + i);
            for (String side : List.of("a", "b")) {
                text.node("userTask", side + i);
                text.flow("split" + i, side + i).flow(side + i, "join" + i);
            }
            last = "join" + i;
        }
        return text.flow(last, "e").whole();
    }

    /// A process as it is written, node after node.
    private static final class Text {

        private final StringBuilder xml =
                new StringBuilder(
                        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">\n");
        private int flows;

        Text node(String tag, String id) {
            xml.append("<%s id=\"%s\"/>\n".formatted(tag, id));
            return this;
        }

        Text flow(String from, String to) {
            xml.append(
                    "<sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>\n"
                            .formatted(flows++, from, to));
            return this;
        }

        String whole() {
            return xml + "</process></definitions>\n";
        }
    }
}
