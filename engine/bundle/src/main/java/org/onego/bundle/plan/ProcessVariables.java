package org.onego.bundle.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names of the variables that the combined process and the item processes read and write. They
/// hold ids and booleans only: nothing personal enters the process engine.
public final class ProcessVariables {

    /// In both processes: the application's id.
    public static final String APPLICATION_ID = "applicationId";

    /// In an item's process: the id of its case.
    public static final String CASE_ID = "caseId";

    /// In an item's process: the item's id.
    public static final String ITEM = "item";

    /// In an item's process: the candidate group of its tasks.
    public static final String DEPARTMENT = "department";

    /// In an item's process: what was decided about acceptance; false until then.
    public static final String ACCEPTED = "accepted";

    /// In an item's process: what was decided in the end; false until then. Handed back to the
    /// combined process as [#approved(String)].
    public static final String APPROVED = "approved";

    /// In an item's process: the citizen has to put something right first; false until then.
    public static final String CORRECTION = "correction";

    private ProcessVariables() {}

    /// The step in which a case waits for its citizen, after somebody looked at it in `step`.
    public static String correctionOf(String step) {
        return "correction_" + step;
    }

    /// In the combined process: whether the application takes this item.
    public static String selected(String item) {
        return "selected_" + identifier(item);
    }

    /// In the combined process: whether this item ended well; false until then.
    public static String approved(String item) {
        return "approved_" + identifier(item);
    }

    /// In the combined process: the id of this item's case; empty when it isn't selected.
    public static String caseOf(String item) {
        return "case_" + identifier(item);
    }

    /// In the combined process: whether an item that shares a step was accepted; false until then.
    public static String accepted(String item) {
        return "accepted_" + identifier(item);
    }

    /// In the combined process: whether this item is handled no longer, although it was selected.
    public static String left(String item) {
        return "left_" + identifier(item);
    }

    /// In the combined process: whether a need with a condition holds.
    public static String needs(String item, String needed) {
        return "needs_" + identifier(item) + "__" + identifier(needed);
    }

    /// Everything that the combined process must be started with, so that no expression in it meets
    /// a variable that isn't there.
    ///
    /// @param items all items of the bundle version
    /// @param cases selected item → id of its case
    /// @param needs name of each conditional need's variable → whether it holds
    public static Map<String, Object> atStart(
            String applicationId,
            Collection<String> items,
            Map<String, String> cases,
            Map<String, Boolean> needs) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(APPLICATION_ID, applicationId);
        for (String item : items) {
            variables.put(selected(item), cases.containsKey(item));
            variables.put(accepted(item), false);
            variables.put(approved(item), false);
            variables.put(left(item), false);
            variables.put(caseOf(item), cases.getOrDefault(item, ""));
        }
        variables.putAll(needs);
        return variables;
    }

    /// Ids are words joined by `-`, which would be a minus in an expression.
    private static String identifier(String item) {
        return item.replace('-', '_');
    }
}
