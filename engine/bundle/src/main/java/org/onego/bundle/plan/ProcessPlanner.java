package org.onego.bundle.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.WriteBpmn.Head;

/// A bundle → the one process in which all its items run, whichever of them a citizen selects.
public final class ProcessPlanner {

    private ProcessPlanner() {}

    /// @throws IllegalArgumentException when items need each other in a circle, or an item's own
    ///   BPMN can't be read; a checked package has neither
    public static ProcessPlan plan(CompiledBundle bundle) {
        Units units = Units.of(bundle);
        String key = bundle.info().id();
        String bpmn =
                WriteBpmn.write(
                        new Head(
                                key, bundle.info().title().zh(), bundle.info().summary().zh(), key),
                        ComposeProcess.compose(units));
        Map<String, String> resources = new LinkedHashMap<>();
        resources.put(ItemProcesses.resourceName(key), bpmn);
        resources.putAll(ItemProcesses.resources(bundle, units));
        return new ProcessPlan(key, bpmn, units.activities(), resources);
    }
}
