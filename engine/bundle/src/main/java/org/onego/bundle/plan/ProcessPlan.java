package org.onego.bundle.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The combined process of one bundle version.
///
/// An item that is not selected, or that needs one that was not approved, is passed by, so that
/// every started application can finish. The variables are those of [ProcessVariables].
///
/// All `resources` go into **one deployment**: the call activities look for the processes they call
/// in their own deployment, so that a running application stays on the version it was started on
/// when a newer one is published under the same keys.
///
/// @param key the process definition's key, the same in all versions of a bundle
/// @param bpmn BPMN 2.0 XML with its diagram
/// @param activities item → ids of the call activities that run the item's own process
/// @param resources resource name → BPMN: this process, first, and those that it calls
public record ProcessPlan(
        String key,
        String bpmn,
        Map<String, List<String>> activities,
        Map<String, String> resources) {
    public ProcessPlan {
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    }

    /// Whether the process of this item waits by itself while its citizen puts something right. One
    /// that staff drew without such a step stays where it is.
    public boolean corrects(String item) {
        String own = resources.get(ItemProcesses.resourceName(key + "-" + item));
        return own == null || own.contains("id=\"" + ProcessVariables.correctionOf(""));
    }
}
