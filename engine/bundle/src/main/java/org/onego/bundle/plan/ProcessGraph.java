package org.onego.bundle.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Item;
import org.onego.bundle.plan.Units.Part;

/// A process as steps and flows, before it is drawn and written.
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

    /// Runs an item's own process, or a part of it.
    record Call(String id, String name, Item item, Part part) implements Step {}

    /// Somebody in the department has something to do.
    record Task(String id, String name) implements Step {}

    /// Waits until it is told to go on.
    record Wait(String id, String name) implements Step {}

    /// @param condition an expression, or null where the flow needs none
    /// @param otherwise taken when no condition at its gateway holds
    record Flow(
            String from, String to, String name, @Nullable String condition, boolean otherwise) {

        String id() {
            return "flow_" + from + "__" + to;
        }
    }
}
