package org.onego.adapters.flowable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.plan.ProcessVariables;
import org.onego.casefile.progress.ProcessStep;

/// One step in one transaction, together with its number: so it happens once.
final class ApplyStep implements Command<Void> {

    /// The number of the last command that the process has followed.
    static final String SEQ = "followed";

    /// Why a process ended before its end, as its history says.
    private static final String STOPPED = "withdrawn";

    /// More tasks than any item's process has in a row.
    private static final int TASKS = 100;

    private final String applicationId;
    private final int seq;
    private final ProcessStep step;
    private final String definitionId;

    /// @param definitionId of the bundle version's process; only a start needs it
    ApplyStep(String applicationId, int seq, ProcessStep step, String definitionId) {
        this.applicationId = applicationId;
        this.seq = seq;
        this.step = step;
        this.definitionId = definitionId;
    }

    @Override
    public @Nullable Void execute(CommandContext context) {
        ProcessEngineConfigurationImpl engine =
                CommandContextUtil.getProcessEngineConfiguration(context);
        switch (step) {
            case ProcessStep.Start start -> start(engine, start);
            case ProcessStep.Complete complete -> {
                if (isNew(engine)) {
                    complete(engine, context, complete);
                }
            }
            case ProcessStep.Fire(String execution) -> {
                if (isNew(engine)) {
                    fire(context, execution);
                }
            }
            case ProcessStep.Stop() -> {
                if (isNew(engine)) {
                    engine.getRuntimeService().deleteProcessInstance(applicationId, STOPPED);
                }
            }
        }
        return null;
    }

    private void start(ProcessEngineConfigurationImpl engine, ProcessStep.Start start) {
        boolean started =
                engine.getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceId(applicationId)
                                .count()
                        > 0;
        if (started) {
            return;
        }
        Map<String, Object> variables =
                ProcessVariables.atStart(
                        applicationId, start.items(), start.cases(), start.needs());
        variables.put(SEQ, seq);
        engine.getRuntimeService()
                .createProcessInstanceBuilder()
                .processDefinitionId(definitionId)
                .predefineProcessInstanceId(applicationId)
                .variables(variables)
                .start();
    }

    private void complete(
            ProcessEngineConfigurationImpl engine,
            CommandContext context,
            ProcessStep.Complete complete) {
        RuntimeService runtime = engine.getRuntimeService();
        ProcessInstance item =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(complete.caseId())
                        .singleResult();
        if (!complete.combined().isEmpty()) {
            runtime.setVariables(applicationId, complete.combined());
        }
        if (item != null) {
            runtime.setVariables(item.getId(), complete.decisions());
            int done = 0;
            while (completeOne(engine, context, item.getId(), complete.tasks())) {
                if (++done > TASKS) {
                    throw new IllegalStateException(
                            "the process of case "
                                    + complete.caseId()
                                    + " comes back to the same tasks for ever: "
                                    + complete.tasks());
                }
            }
        }
    }

    /// Writes down the number first: once the last task is completed, there may be nothing left to
    /// keep it.
    private boolean isNew(ProcessEngineConfigurationImpl engine) {
        RuntimeService runtime = engine.getRuntimeService();
        if (followed(runtime) >= seq) {
            return false;
        }
        runtime.setVariable(applicationId, SEQ, seq);
        return true;
    }

    /// Where the timer stands no longer, it was overtaken.
    private static void fire(CommandContext context, String execution) {
        ExecutionEntity waiting =
                CommandContextUtil.getExecutionEntityManager(context).findById(execution);
        if (waiting != null && !waiting.isDeleted()) {
            CommandContextUtil.getAgenda(context).planTriggerExecutionOperation(waiting);
        }
    }

    /// The last command followed; as if all were, when the process has ended.
    private int followed(RuntimeService runtime) {
        boolean running =
                runtime.createProcessInstanceQuery().processInstanceId(applicationId).count() > 0;
        return running ? (Integer) runtime.getVariable(applicationId, SEQ) : Integer.MAX_VALUE;
    }

    /// Also finds tasks that this transaction made and has not written yet.
    private static boolean completeOne(
            ProcessEngineConfigurationImpl engine,
            CommandContext context,
            String instanceId,
            Set<String> tasks) {
        List<TaskEntity> waiting =
                engine.getTaskServiceConfiguration()
                        .getTaskService()
                        .findTasksByProcessInstanceId(instanceId);
        Optional<TaskEntity> task =
                waiting.stream()
                        .filter(each -> !each.isDeleted())
                        .filter(each -> tasks.contains(each.getTaskDefinitionKey()))
                        .findFirst();
        if (task.isPresent()) {
            engine.getTaskService().complete(task.get().getId());
            return true;
        }
        Optional<ExecutionEntity> receiving =
                CommandContextUtil.getExecutionEntityManager(context)
                        .findChildExecutionsByProcessInstanceId(instanceId)
                        .stream()
                        .filter(each -> !each.isDeleted() && each.isActive())
                        .filter(each -> tasks.contains(each.getActivityId()))
                        .findFirst();
        receiving.ifPresent(each -> engine.getRuntimeService().trigger(each.getId()));
        return receiving.isPresent();
    }
}
