package org.onego.bundle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.property.Property;

class DrawTest {

    @Test
    void theNewbornProcessIsDrawnWithoutCrossings() {
        Sketch sketch = SketchProcess.sketch(ComposeProcess.compose(Bundles.newborn()));
        Drawing drawing = Draw.draw(sketch);
        assertThat(Geometry.crossings(drawing)).isEmpty();
        assertThat(Geometry.throughNodes(drawing, sketch)).isEmpty();
        assertThat(Geometry.overlaps(drawing)).isEmpty();
    }

    @Test
    void noDrawingHasEdgesThroughNodesOrBoxesOverEachOther() {
        Property.of(
                        "drawings",
                        choices ->
                                SketchProcess.sketch(
                                        ComposeProcess.compose(ComposeProcessTest.bundle(choices))))
                .runs(60)
                .holds(sketch -> {
                    Drawing drawing = Draw.draw(sketch);
                    assertThat(Geometry.throughNodes(drawing, sketch)).isEmpty();
                    assertThat(Geometry.throughLabels(drawing)).isEmpty();
                    assertThat(Geometry.overlaps(drawing)).isEmpty();
                });
    }

    @Test
    void theSameSketchGivesTheSameDrawing() {
        Sketch sketch = SketchProcess.sketch(ComposeProcess.compose(Bundles.newborn()));
        assertThat(Draw.draw(sketch)).isEqualTo(Draw.draw(sketch));
    }
}
