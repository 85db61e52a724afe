package org.onego.bundle.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Item;

/// The combined process as steps and flows, before it is drawn and written.
record ProcessGraph(List<Step> steps, List<Flow> flows) {
    ProcessGraph {
        steps = List.copyOf(steps);
        flows = List.copyOf(flows);
    }

    List<Flow> from(Step step) {
        return flows.stream().filter(flow -> flow.from().equals(step.id())).toList();
    }

    List<Flow> to(Step step) {
        return flows.stream().filter(flow -> flow.to().equals(step.id())).toList();
    }

    sealed interface Step {
        String id();

        /// What people read at it; empty where the drawing says enough.
        String name();
    }

    record Start(String id, String name) implements Step {}

    record End(String id, String name) implements Step {}

    /// A parallel gateway, splitting or joining.
    record Parallel(String id, String name) implements Step {}

    /// An exclusive gateway, deciding or merging.
    record Exclusive(String id, String name) implements Step {}

    /// Runs an item's own process.
    record Call(String id, String name, Item item) implements Step {}

    /// @param condition an expression, or null where the flow needs none
    /// @param otherwise taken when no condition at its gateway holds
    record Flow(
            String from, String to, String name, @Nullable String condition, boolean otherwise) {

        String id() {
            return "flow_" + from + "__" + to;
        }
    }
}
