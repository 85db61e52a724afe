package org.onego.bundle.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;

/// A bundle → the one process in which all its items run, whichever of them a citizen selects.
public final class ProcessPlanner {

    private ProcessPlanner() {}

    /// @throws IllegalArgumentException when items need each other in a circle, or an item's own
    ///   BPMN can't be read; a checked package has neither
    public static ProcessPlan plan(CompiledBundle bundle) {
        ProcessGraph graph = ComposeProcess.compose(bundle);
        Drawing drawing = Draw.draw(SketchProcess.sketch(graph));
        String key = bundle.info().id();
        String bpmn = WriteBpmn.write(bundle.info(), graph, drawing);

        Map<String, String> activities = new LinkedHashMap<>();
        for (BundleItem item : bundle.items()) {
            activities.put(item.item().id(), ComposeProcess.activity(item.item().id()));
        }
        Map<String, String> resources = new LinkedHashMap<>();
        resources.put(ItemProcesses.resourceName(key), bpmn);
        resources.putAll(ItemProcesses.resources(bundle));
        return new ProcessPlan(key, bpmn, activities, resources);
    }
}
