package org.onego.adapters.flowable;

import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.jobexecutor.TriggerTimerEventJobHandler;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.job.service.impl.persistence.entity.JobEntity;
import org.flowable.variable.api.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.plan.ProcessVariables;
import org.onego.casefile.progress.ProcessPort.TimerListener;

/// Instead of going on in the process, a timer that fires is told: it becomes a command of the
/// application's document, which the process then follows like any other. When telling fails, the
/// job stays and is tried again.
final class TellTimers extends TriggerTimerEventJobHandler {

    private volatile @Nullable TimerListener listener;

    void listen(TimerListener next) {
        listener = next;
    }

    @Override
    public void execute(
            JobEntity job, String configuration, VariableScope scope, CommandContext context) {
        TimerListener told = listener;
        if (told != null && scope instanceof ExecutionEntity execution) {
            ExecutionEntity instance =
                    CommandContextUtil.getExecutionEntityManager(context)
                            .findById(execution.getProcessInstanceId());
            Object application = instance.getVariable(ProcessVariables.APPLICATION_ID);
            told.fired(
                    String.valueOf(application),
                    job.getId(),
                    execution.getId(),
                    String.valueOf(job.getElementId()));
        } else {
            super.execute(job, configuration, scope, context);
        }
    }
}
