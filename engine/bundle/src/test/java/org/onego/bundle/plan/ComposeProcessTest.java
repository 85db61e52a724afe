package org.onego.bundle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Precedence;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.SharedStep;
import org.onego.bundle.plan.ProcessGraph.Flow;
import org.onego.bundle.plan.ProcessGraph.Parallel;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.bundle.schema.Condition;

class ComposeProcessTest {

    /// A bundle, what the citizen selects of it, and what the departments decide.
    private record Course(
            CompiledBundle bundle,
            Map<String, String> cases,
            Map<String, Boolean> decisions,
            Map<String, Boolean> conditions) {

        boolean holds(Need need) {
            return !need.isConditional()
                    || conditions.getOrDefault(
                            ProcessVariables.needs(need.item(), need.needs()), false);
        }

        @Override
        public String toString() {
            return bundle.needs()
                    + ", shared "
                    + bundle.shared()
                    + ", selected "
                    + cases.keySet()
                    + ", decided "
                    + decisions;
        }
    }

    @Test
    void everyCourseEndsWithNothingLeftRunning() {
        Property.of("courses of a composed process", ComposeProcessTest::course)
                .runs(2000)
                .holds(course -> {
                    TokenGame game = game(course);
                    assertThat(game.play()).as("tokens left").isZero();
                    assertThat(game.ended).isEqualTo(1);
                });
    }

    @Test
    void exactlyTheSelectedItemsRunWhoseSelectedNeedsWereApproved() {
        Property.of("items of a composed process", ComposeProcessTest::course)
                .runs(2000)
                .holds(course -> {
                    TokenGame game = game(course);
                    game.play();
                    assertThat(game.called)
                            .containsExactlyInAnyOrderElementsOf(expected(course))
                            .doesNotHaveDuplicates();
                    for (Need need : course.bundle().needs()) {
                        if (course.holds(need)
                                && game.called.contains(need.item())
                                && game.called.contains(need.needs())) {
                            assertThat(game.called.indexOf(need.needs()))
                                    .isLessThan(game.called.indexOf(need.item()));
                        }
                    }
                });
    }

    @Test
    void noParallelGatewayIsRedundant() {
        Property.of("parallel gateways", ComposeProcessTest::course)
                .holds(course -> {
                    ProcessGraph graph = ComposeProcess.compose(course.bundle());
                    assertThat(graph.steps().stream().filter(Parallel.class::isInstance))
                            .allSatisfy(gate ->
                                    assertThat(graph.from(gate).size() + graph.to(gate).size())
                                            .isGreaterThan(2));
                });
    }

    @Test
    void aNeedThatAnotherNeedWaitsForDrawsNoFlowOfItsOwn() {
        ProcessGraph graph = ComposeProcess.compose(Bundles.newborn());
        assertThat(graph.flows())
                .extracting(Flow::to)
                .filteredOn("applies_social-card"::equals)
                .hasSize(1);
        assertThat(graph.flows())
                .filteredOn(flow -> flow.to().equals("item_social-card"))
                .singleElement()
                .extracting(Flow::condition)
                .isEqualTo(
                        "${selected_social_card && !left_social_card"
                                + " && (!selected_household_registration || approved_household_registration)"
                                + " && (!selected_birth_certificate || approved_birth_certificate)}");
    }

    @Test
    void oneItemNeedsNoParallelGateway() {
        CompiledBundle bundle =
                Bundles.of(
                        List.of(Bundles.item("alone", "一项", "a", new Handling.Hosted(), 1)),
                        List.of());
        assertThat(ComposeProcess.compose(bundle).steps())
                .extracting(ProcessGraph.Step::id)
                .containsExactly("start", "applies_alone", "item_alone", "done_alone", "end");
    }

    @Test
    void itemsThatWaitForEachOtherAreNamed() {
        CompiledBundle bundle =
                Bundles.of(
                        List.of(
                                Bundles.item("a", "甲", "x", new Handling.Hosted(), 1),
                                Bundles.item("b", "乙", "x", new Handling.Hosted(), 1)),
                        List.of(new Need("a", "b"), new Need("b", "a")));
        assertThatThrownBy(() -> ComposeProcess.compose(bundle))
                .hasMessageContaining("[a, b] wait for each other");
    }

    private static TokenGame game(Course course) {
        List<String> items =
                course.bundle().items().stream().map(BundleItem::item).map(Item::id).toList();
        return new TokenGame(
                ComposeProcess.compose(course.bundle()),
                ProcessVariables.atStart("application", items, course.cases(), course.conditions()),
                course.decisions());
    }

    /// Which items are decided, told without any process: again and again, until nothing changes.
    private static Set<String> expected(Course course) {
        Set<String> running = new LinkedHashSet<>();
        for (int round = 0; round <= course.bundle().items().size() * 2; round++) {
            for (BundleItem entry : course.bundle().items()) {
                String item = entry.item().id();
                boolean accepted = starts(course, item, running) && accepts(course, item);
                if (accepted && sharersAccept(course, item, running)) {
                    running.add(item);
                }
            }
        }
        return running;
    }

    private static boolean starts(Course course, String item, Set<String> running) {
        return course.cases().containsKey(item)
                && course.bundle().needs().stream()
                        .filter(need -> need.item().equals(item))
                        .filter(course::holds)
                        .map(Need::needs)
                        .filter(course.cases()::containsKey)
                        .allMatch(needed ->
                                running.contains(needed)
                                        && course.decisions().getOrDefault(needed, false));
    }

    /// As [TokenGame] plays it.
    private static boolean accepts(Course course, String item) {
        return course.bundle().sharedBy(item).isEmpty()
                || course.decisions().getOrDefault(item, false)
                || item.hashCode() % 2 == 0;
    }

    private static boolean sharersAccept(Course course, String step, Set<String> running) {
        List<String> sharers = course.bundle().sharersOf(step);
        return sharers.isEmpty()
                || sharers.stream()
                        .anyMatch(item -> starts(course, item, running) && accepts(course, item));
    }

    static CompiledBundle bundle(Choices choices) {
        List<Item> items = new ArrayList<>();
        List<Need> needs = new ArrayList<>();
        int count = choices.between(1, 8);
        for (int i = 0; i < count; i++) {
            String id = "item-" + i;
            items.add(Bundles.item(id, "事项" + i, "d", new Handling.Hosted(), i));
            int conditions = 0;
            for (int before = 0; before < i; before++) {
                if (choices.chance(30)) {
                    boolean conditional = conditions < 2 && choices.chance(20);
                    conditions += conditional ? 1 : 0;
                    needs.add(
                            new Need(
                                    id,
                                    "item-" + before,
                                    conditional ? Condition.NEVER : Condition.ALWAYS));
                }
            }
        }
        return Bundles.of(items, needs, shared(choices, items, needs));
    }

    /// Items of which none needs another may share a step that nothing needs.
    private static List<SharedStep> shared(Choices choices, List<Item> items, List<Need> needs) {
        if (items.size() < 3 || !choices.chance(40)) {
            return List.of();
        }
        String step = items.getLast().id();
        if (needs.stream().anyMatch(need -> need.item().equals(step))) {
            return List.of();
        }
        Precedence precedence = new Precedence(needs);
        List<String> sharers = new ArrayList<>();
        for (Item item : items.subList(0, items.size() - 1)) {
            if (sharers.stream().noneMatch(other -> precedence.isBefore(other, item.id()))) {
                sharers.add(item.id());
            }
        }
        return sharers.size() < 2 ? List.of() : List.of(new SharedStep(step, sharers));
    }

    private static Course course(Choices choices) {
        CompiledBundle bundle = bundle(choices);
        Map<String, String> cases = new LinkedHashMap<>();
        Map<String, Boolean> decisions = new LinkedHashMap<>();
        for (BundleItem entry : bundle.items()) {
            String item = entry.item().id();
            List<String> sharers = bundle.sharersOf(item);
            if (sharers.isEmpty()
                    ? !choices.chance(30)
                    : sharers.stream().anyMatch(cases::containsKey)) {
                cases.put(item, "case of " + item);
            }
            decisions.put(item, !choices.chance(25));
        }
        Map<String, Boolean> conditions = new LinkedHashMap<>();
        bundle.needs().stream()
                .filter(Need::isConditional)
                .forEach(need ->
                        conditions.put(
                                ProcessVariables.needs(need.item(), need.needs()),
                                choices.chance(50)));
        return new Course(bundle, cases, decisions, conditions);
    }
}
