package org.onego.bundle.plan;

import java.util.Map;

/// The combined process of one bundle version.
///
/// The process reads two kinds of variables: `selected_<item>` (boolean, set at the start) and
/// `approved_<item>` (boolean, set when an item's own process ends). An item that is not selected,
/// or that needs one that was not approved, is passed by, so that every started application can
/// finish.
///
/// @param key the process definition's key
/// @param bpmn BPMN 2.0 XML with its diagram
/// @param activities item → id of the call activity that runs the item's own process
public record ProcessPlan(String key, String bpmn, Map<String, String> activities) {
    public ProcessPlan {
        activities = Map.copyOf(activities);
    }
}
