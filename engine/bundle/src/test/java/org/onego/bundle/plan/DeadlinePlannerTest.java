package org.onego.bundle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.plan.DeadlinePlan.Days;
import org.onego.bundle.property.Property;

class DeadlinePlannerTest {

    private static final CompiledBundle NEWBORN = Bundles.newborn();
    private static final List<String> ALL =
            NEWBORN.items().stream().map(BundleItem::item).map(Item::id).toList();

    @Test
    void theLongestWayDecides() {
        DeadlinePlan plan = DeadlinePlanner.plan(NEWBORN, ALL);
        // 15 days of the reimbursement beside 1 + 3 + 10 of the card.
        assertThat(plan.promised()).isEqualTo(15);
        assertThat(plan.legal()).isEqualTo(45);
        assertThat(plan.critical()).containsExactly("birth-costs");
        assertThat(plan.items().get("social-card"))
                .isEqualTo(
                        new DeadlinePlan.ItemSpan(
                                new Days(4, 14),
                                new Days(12, 42),
                                List.of("household-registration")));
    }

    @Test
    void whatIsNotSelectedTakesNoTime() {
        Set<String> without = new HashSet<>(ALL);
        without.remove("birth-costs");
        DeadlinePlan plan = DeadlinePlanner.plan(NEWBORN, without);
        assertThat(plan.promised()).isEqualTo(14);
        assertThat(plan.critical())
                .containsExactly("birth-certificate", "household-registration", "social-card");
        without.remove("household-registration");
        plan = DeadlinePlanner.plan(NEWBORN, without);
        assertThat(plan.promised()).isEqualTo(11);
        assertThat(plan.items().get("medical-insurance"))
                .extracting(span -> span.promised())
                .isEqualTo(new Days(1, 3));
    }

    @Test
    void nothingSelectedTakesNoTime() {
        assertThat(DeadlinePlanner.plan(NEWBORN, List.of()))
                .isEqualTo(new DeadlinePlan(0, 0, List.of(), Map.of()));
    }

    @Test
    void theCriticalItemsAddUpToTheLimitAndFollowEachOther() {
        Property.of("critical paths", ComposeProcessTest::bundle)
                .runs(1000)
                .holds(bundle -> {
                    List<String> items =
                            bundle.items().stream().map(BundleItem::item).map(Item::id).toList();
                    DeadlinePlan plan = DeadlinePlanner.plan(bundle, items);
                    assertThat(
                                    plan.critical().stream()
                                            .mapToInt(
                                                    item -> bundle.item(item).deadline().promised())
                                            .sum())
                            .isEqualTo(plan.promised());
                    for (int i = 1; i < plan.critical().size(); i++) {
                        String item = plan.critical().get(i);
                        String before = plan.critical().get(i - 1);
                        assertThat(
                                        bundle.sharersOf(before).contains(item)
                                                || bundle.needs().stream()
                                                        .anyMatch(need ->
                                                                need.item().equals(item)
                                                                        && need.needs()
                                                                                .equals(before)))
                                .as("%s waits for %s", item, before)
                                .isTrue();
                    }
                    plan.items()
                            .forEach((item, span) -> {
                                assertThat(span.promised().until())
                                        .isLessThanOrEqualTo(plan.promised());
                                bundle.needs().stream()
                                        .filter(need -> need.item().equals(item))
                                        .map(need -> plan.items().get(need.needs()))
                                        .forEach(needed ->
                                                assertThat(needed)
                                                        .isNotNull()
                                                        .extracting(
                                                                other -> other.promised().until())
                                                        .satisfies(until ->
                                                                assertThat(until)
                                                                        .isLessThanOrEqualTo(
                                                                                span.promised()
                                                                                        .before())));
                            });
                });
    }
}
