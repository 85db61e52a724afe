package org.onego.adapters.flowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flowable.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onego.adapters.fixture.Packages;
import org.onego.bundle.plan.ProcessPlan;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Ids;
import org.onego.casefile.progress.ProcessSnapshot;
import org.onego.casefile.progress.ProcessStep;

/// What [FlowableProcesses] promises, whatever database it is on.
abstract class ProcessContract {

    private static final BundleVersion VERSION = new BundleVersion("newborn", "1.0.0");
    private static final String FIRST = "birth-certificate";
    private static final String SECOND = "household-registration";
    private static final Set<String> DECISION = Set.of("accept", "review", "decide");

    private final String id = Ids.random().next();

    /// Two servers over one database.
    abstract List<FlowableProcesses> servers();

    private FlowableProcesses one() {
        return servers().getFirst();
    }

    @BeforeEach
    void deploy() {
        servers().forEach(server -> server.deploy(VERSION, Packages.NEWBORN.process()));
    }

    private ProcessStep.Start start(String... selected) {
        return start(VERSION, selected);
    }

    private ProcessStep.Start start(BundleVersion version, String... selected) {
        Map<String, String> cases = new HashMap<>();
        for (String item : selected) {
            cases.put(item, caseOf(item));
        }
        return new ProcessStep.Start(
                version,
                Packages.NEWBORN.compiled().items().stream()
                        .map(entry -> entry.item().id())
                        .toList(),
                cases,
                Map.of());
    }

    private String caseOf(String item) {
        return CaseRecord.idOf(id, item);
    }

    private ProcessStep.Complete approve(String item) {
        return new ProcessStep.Complete(
                caseOf(item), DECISION, Map.of("accepted", true, "approved", true));
    }

    private ProcessStep.Complete deliver(String item) {
        return new ProcessStep.Complete(caseOf(item), Set.of("deliver"), Map.of());
    }

    @Test
    void whatNeedsNothingStartsAndTheRestFollows() {
        assertThat(one().apply(id, 1, start(FIRST, SECOND)))
                .isEqualTo(new ProcessSnapshot(Set.of(caseOf(FIRST)), false));
        assertThat(one().apply(id, 2, approve(FIRST)).active()).containsExactly(caseOf(FIRST));
        assertThat(one().apply(id, 3, deliver(FIRST)))
                .isEqualTo(new ProcessSnapshot(Set.of(caseOf(SECOND)), false));
        assertThat(one().apply(id, 4, approve(SECOND)).ended()).isFalse();
        assertThat(one().apply(id, 5, deliver(SECOND)))
                .isEqualTo(new ProcessSnapshot(Set.of(), true));
    }

    @Test
    void whatIsRejectedTakesWhatNeedsItWithIt() {
        one().apply(id, 1, start(FIRST, SECOND));
        ProcessStep.Complete rejected =
                new ProcessStep.Complete(
                        caseOf(FIRST), DECISION, Map.of("accepted", true, "approved", false));
        assertThat(one().apply(id, 2, rejected)).isEqualTo(new ProcessSnapshot(Set.of(), true));
        assertThat(started()).containsExactly(caseOf(FIRST));
    }

    @Test
    void everyStepHappensOnceHoweverOftenItIsTold() {
        ProcessStep[] steps = {
            start(FIRST, SECOND), approve(FIRST), deliver(FIRST), approve(SECOND), deliver(SECOND)
        };
        for (int i = 0; i < steps.length; i++) {
            ProcessSnapshot once = one().apply(id, i + 1, steps[i]);
            for (int earlier = 0; earlier <= i; earlier++) {
                assertThat(one().apply(id, earlier + 1, steps[earlier])).isEqualTo(once);
            }
        }
        assertThat(started()).containsExactlyInAnyOrder(caseOf(FIRST), caseOf(SECOND));
        assertThat(completedTasks()).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void toldByTwoServersAtOnceItHappensOnce() throws Exception {
        ProcessStep[] steps = {start(FIRST, SECOND), approve(FIRST), deliver(FIRST)};
        for (int i = 0; i < steps.length; i++) {
            int seq = i + 1;
            ProcessStep step = steps[i];
            List<ProcessSnapshot> snapshots = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<ProcessSnapshot>> told = new ArrayList<>();
                for (int thread = 0; thread < 8; thread++) {
                    FlowableProcesses server = servers().get(thread % servers().size());
                    told.add(threads.submit(() -> server.apply(id, seq, step)));
                }
                for (Future<ProcessSnapshot> each : told) {
                    snapshots.add(each.get());
                }
            }
            assertThat(snapshots).containsOnly(snapshots.getFirst());
        }
        assertThat(started()).containsExactlyInAnyOrder(caseOf(FIRST), caseOf(SECOND));
    }

    @Test
    void aCorrectionWaitsAndComesBackToTheSameStep() {
        one().apply(id, 1, start(FIRST, SECOND));
        ProcessStep.Complete correct =
                new ProcessStep.Complete(caseOf(FIRST), DECISION, Map.of("correction", true));
        assertThat(one().apply(id, 2, correct).active()).containsExactly(caseOf(FIRST));
        assertThat(taskNames(caseOf(FIRST))).isEmpty();
        ProcessStep.Complete corrected =
                new ProcessStep.Complete(
                        caseOf(FIRST), Set.of("correction_accept"), Map.of("correction", false));
        one().apply(id, 3, corrected);
        assertThat(taskNames(caseOf(FIRST))).containsExactly("受理");
        one().apply(id, 4, approve(FIRST));
        assertThat(taskNames(caseOf(FIRST))).containsExactly("送达");
    }

    @Test
    void whatIsWithdrawnEndsAtOnceAndOnce() {
        one().apply(id, 1, start(FIRST, SECOND));
        ProcessSnapshot ended = new ProcessSnapshot(Set.of(), true);
        assertThat(one().apply(id, 2, new ProcessStep.Stop())).isEqualTo(ended);
        assertThat(one().apply(id, 2, new ProcessStep.Stop())).isEqualTo(ended);
        assertThat(started()).containsExactly(caseOf(FIRST));
    }

    @Test
    void anItemThatIsLeftBeforeItStartsIsPassedBy() {
        one().apply(id, 1, start(FIRST, SECOND));
        ProcessStep.Complete leave =
                new ProcessStep.Complete(
                        caseOf(SECOND),
                        DECISION,
                        Map.of("accepted", false),
                        Map.of("left_household_registration", true));
        assertThat(one().apply(id, 2, leave).active()).containsExactly(caseOf(FIRST));
        one().apply(id, 3, approve(FIRST));
        assertThat(one().apply(id, 4, deliver(FIRST)).ended()).isTrue();
        assertThat(started()).containsExactly(caseOf(FIRST));
    }

    /// Law 6: the newer version's item process is another one; the running application keeps its
    /// own.
    @Test
    void aRunningApplicationStaysOnItsVersion() {
        BundleVersion newer = new BundleVersion("newborn", "2.0.0-" + id);
        assertThat(one().apply(id, 1, start(FIRST, SECOND)).ended()).isFalse();
        ProcessPlan plan = Packages.NEWBORN.process();
        Map<String, String> resources = new LinkedHashMap<>(plan.resources());
        resources.replaceAll((name, bpmn) ->
                name.equals("onego-standard-item.bpmn")
                        ? bpmn.replace("id=\"accept\" name=\"受理\"", "id=\"accept\" name=\"收件\"")
                        : bpmn);
        one().deploy(newer, new ProcessPlan(plan.key(), plan.bpmn(), plan.activities(), resources));

        one().apply(id, 2, approve(FIRST));
        one().apply(id, 3, deliver(FIRST));
        assertThat(taskNames(caseOf(SECOND))).containsExactly("受理");

        String other = Ids.random().next();
        Map<String, String> cases = Map.of(FIRST, CaseRecord.idOf(other, FIRST));
        one().apply(other, 1, new ProcessStep.Start(newer, start().items(), cases, Map.of()));
        assertThat(taskNames(CaseRecord.idOf(other, FIRST))).containsExactly("收件");
    }

    private List<String> taskNames(String caseId) {
        return one()
                .engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .list()
                .stream()
                .map(task -> task.getName())
                .toList();
    }

    private List<String> started() {
        return one()
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(id)
                .list()
                .stream()
                .map(item -> item.getBusinessKey())
                .toList();
    }

    private List<String> completedTasks() {
        return one()
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(id)
                .list()
                .stream()
                .flatMap(item ->
                        one()
                                .engine()
                                .getHistoryService()
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(item.getId())
                                .activityType("userTask")
                                .finished()
                                .list()
                                .stream()
                                .map(HistoricActivityInstance::getActivityId)
                                .map(task -> item.getBusinessKey() + " " + task))
                .toList();
    }
}
