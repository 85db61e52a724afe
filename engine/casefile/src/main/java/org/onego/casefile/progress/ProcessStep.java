package org.onego.casefile.progress;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.casefile.application.BundleVersion;

/// What the process is told.
public sealed interface ProcessStep {

    /// Starts the process under the application's id.
    ///
    /// @param items all items of the bundle version
    /// @param cases selected item → id of its case
    /// @param needs name of each conditional need's variable → whether it holds
    record Start(
            BundleVersion bundle,
            Collection<String> items,
            Map<String, String> cases,
            Map<String, Boolean> needs)
            implements ProcessStep {
        public Start {
            items = List.copyOf(items);
            cases = Map.copyOf(cases);
            needs = Map.copyOf(needs);
        }
    }

    /// Completes the tasks of an item's own process that wait, as long as they are among `tasks`.
    ///
    /// @param caseId under which the item's own process runs
    /// @param decisions variables of the item's own process that are set with it
    /// @param combined variables of the combined process that are set with it
    record Complete(
            String caseId,
            Set<String> tasks,
            Map<String, Boolean> decisions,
            Map<String, Boolean> combined)
            implements ProcessStep {
        public Complete {
            tasks = Set.copyOf(tasks);
            decisions = Map.copyOf(decisions);
            combined = Map.copyOf(combined);
        }

        public Complete(String caseId, Set<String> tasks, Map<String, Boolean> decisions) {
            this(caseId, tasks, decisions, Map.of());
        }
    }

    /// Lets a timer that has fired have its effect.
    ///
    /// @param execution where it stands in the process
    record Fire(String execution) implements ProcessStep {}

    /// Ends the process at once.
    record Stop() implements ProcessStep {}
}
