package org.onego.bundle.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PropertyTest {

    private static final Generator<List<Integer>> NUMBERS =
            choices -> choices.list(0, 20, c -> c.between(0, 1000));

    @Test
    void whatHoldsIsCheckedAsOftenAsAsked() {
        List<List<Integer>> seen = new ArrayList<>();
        Property.of("anything", NUMBERS).runs(50).holds(seen::add);
        assertThat(seen).hasSize(50);
        assertThat(new HashSet<>(seen)).hasSizeGreaterThan(30);
    }

    @Test
    void everyRunDrawsTheSameValues() {
        List<List<Integer>> first = new ArrayList<>();
        List<List<Integer>> second = new ArrayList<>();
        Property.of("anything", NUMBERS).runs(50).holds(first::add);
        Property.of("anything", NUMBERS).runs(50).holds(second::add);
        assertThat(first).isEqualTo(second);
    }

    @Test
    void aFailureShrinksToTheSmallestValueThatFails() {
        assertThatThrownBy(() ->
                        Property.of("no number above 700", NUMBERS)
                                .holds(list -> assertThat(list).noneMatch(number -> number > 700)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Property 'no number above 700' does not hold for\n  [701]\n");
    }

    @Test
    void elementsThatDoNotMatterAreLeftOut() {
        assertThatThrownBy(() ->
                        Property.of("no two alike", NUMBERS)
                                .runs(2000)
                                .holds(list -> assertThat(list).doesNotHaveDuplicates()))
                .hasMessageStartingWith("Property 'no two alike' does not hold for\n  [0, 0]\n");
    }

    @Test
    void aNestedValueShrinksWithoutAShrinkerOfItsOwn() {
        assertThatThrownBy(() ->
                        Property.of("shallow", PropertyTest::tree)
                                .runs(1000)
                                .holds(tree -> assertThat(tree.depth()).isLessThan(4)))
                .hasMessageStartingWith(
                        "Property 'shallow' does not hold for\n  Tree[children=[Tree[children=[Tree[children=[Tree[children=[]]]]]]]]\n");
    }

    @Test
    void theReportedChoicesDrawTheValueAgain() {
        assertThatThrownBy(() ->
                        Property.of("no number above 700", NUMBERS)
                                .again(
                                        list -> assertThat(list).noneMatch(number -> number > 700),
                                        9,
                                        701,
                                        0))
                .hasMessageContaining("[701]")
                .hasMessageContaining(".again(law, 9, 701, 0)");
    }

    @Test
    void aShrunkFailureIsOfTheSameKind() {
        assertThatThrownBy(() ->
                        Property.of("two ways to fail", NUMBERS)
                                .holds(list -> {
                                    assertThat(list).noneMatch(number -> number > 700);
                                    if (!list.isEmpty()) {
                                        throw new IllegalStateException("another way");
                                    }
                                }))
                .satisfies(failure ->
                        assertThat(failure.getCause())
                                .isInstanceOfAny(AssertionError.class, IllegalStateException.class))
                .satisfies(failure -> {
                    if (failure.getCause() instanceof AssertionError) {
                        assertThat(failure).hasMessageContaining("[701]");
                    } else {
                        assertThat(failure).hasMessageContaining("[0]");
                    }
                });
    }

    @Test
    void aPropertyThatIsHardlyEverCheckedFails() {
        assertThatThrownBy(() ->
                        Property.of(
                                        "of the impossible",
                                        choices -> {
                                            choices.assume(false);
                                            return "";
                                        })
                                .holds(_ -> {}))
                .hasMessageContaining("was checked 0 times only");
    }

    @Test
    void drawnValuesStayInTheirBounds() {
        Set<Integer> numbers = new HashSet<>();
        Property.of("bounds", choices -> choices.list(2, 4, c -> c.between(-3, 3)))
                .runs(500)
                .holds(list -> {
                    assertThat(list)
                            .hasSizeBetween(2, 4)
                            .allSatisfy(number -> assertThat(number).isBetween(-3, 3));
                    numbers.addAll(list);
                });
        assertThat(numbers).hasSize(7);
    }

    private record Tree(List<Tree> children) {
        int depth() {
            return 1 + children.stream().mapToInt(Tree::depth).max().orElse(0);
        }
    }

    private static Tree tree(Choices choices) {
        return tree(choices, 6);
    }

    private static Tree tree(Choices choices, int depth) {
        return new Tree(choices.list(0, depth == 0 ? 0 : 3, c -> tree(c, depth - 1)));
    }
}
