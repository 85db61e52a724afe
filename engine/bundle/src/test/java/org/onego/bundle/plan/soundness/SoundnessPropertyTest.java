package org.onego.bundle.plan.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.onego.bundle.property.Generator;
import org.onego.bundle.property.Property;

class SoundnessPropertyTest {

    private static final Judge FULL = new Judge(false, 5_000, 5_000);

    private static final Generator<Drawing> BLOCKS = choices -> DrawBlocks.draw(choices, 40);

    private static final Generator<Drawing> REDRAWN =
            choices -> Redraw.some(choices, DrawBlocks.draw(choices, 25));

    @Test
    void nestedBlocksAreSound() {
        Property.of("nested blocks are sound", BLOCKS)
                .runs(300)
                .holds(drawing ->
                        assertThat(SoundnessCheck.of(drawing.xml()))
                                .isInstanceOf(Soundness.Sound.class));
    }

    @Test
    void reductionFindsWhatFullExplorationFinds() {
        compare(Property.of("reduced as full", REDRAWN).runs(400));
    }

    @Test
    void reductionFindsItInAnythingThatCanBeDrawn() {
        compare(Property.of("reduced as full, wild", DrawWild::draw).runs(1000));
    }

    @Test
    @Tag("full")
    void reductionFindsWhatFullExplorationFindsOverAndOver() {
        compare(Property.of("reduced as full, over and over", REDRAWN).runs(10_000));
        compare(Property.of("reduced as full, wild, over and over", DrawWild::draw).runs(30_000));
    }

    private static void compare(Property<Drawing> property) {
        Map<String, Integer> verdicts = new HashMap<>();
        property.holds(drawing -> {
            Soundness full = SoundnessCheck.of(drawing.xml(), FULL);
            String verdict = kind(full);
            verdicts.merge(verdict, 1, Integer::sum);
            if (!verdict.equals("unsupported") || differs(full)) {
                assertThat(kind(SoundnessCheck.of(drawing.xml()))).isEqualTo(verdict);
            }
        });
        // Otherwise it would compare next to nothing.
        assertThat(verdicts.keySet())
                .contains("sound", "tokens meet", "OPTION_TO_COMPLETE", "DEAD_STEP");
    }

    /// Both rules for inclusive joins were explored to the end.
    private static boolean differs(Soundness soundness) {
        return soundness instanceof Soundness.Unsupported(String what, String _)
                && what.contains("differ");
    }

    /// Replaying throws when a path is not possible in the net as drawn.
    @Test
    void pathsFoundInReducedNetsCanBePlayed() {
        Judge longest = new Judge(true, 20_000, 0);
        Property.of("paths of reduced nets", REDRAWN)
                .runs(300)
                .holds(drawing -> {
                    String verdict = kind(SoundnessCheck.of(drawing.xml(), longest));
                    assertThat(verdict).isEqualTo(kind(SoundnessCheck.of(drawing.xml())));
                });
    }

    /// Where two tokens meet in a flow or in an end event depends on the order in which the steps
    /// are tried.
    private static String kind(Soundness soundness) {
        String verdict = KnownModels.verdict(soundness);
        return verdict.equals("SAFENESS") || verdict.equals("PROPER_COMPLETION")
                ? "tokens meet"
                : verdict;
    }
}
