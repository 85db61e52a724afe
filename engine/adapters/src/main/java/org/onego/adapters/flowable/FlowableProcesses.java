package org.onego.adapters.flowable;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.repository.DeploymentBuilder;
import org.flowable.engine.runtime.ProcessInstance;
import org.onego.bundle.plan.ProcessPlan;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.progress.ProcessPort;
import org.onego.casefile.progress.ProcessSnapshot;
import org.onego.casefile.progress.ProcessStep;

/// Applications' processes in Flowable, each under its application's id.
public final class FlowableProcesses implements ProcessPort, AutoCloseable {

    /// Losing so often against other servers means that something else is wrong.
    private static final int ATTEMPTS = 10;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final HikariDataSource source;
    private final ProcessEngine engine;
    private final Map<BundleVersion, String> definitions = new ConcurrentHashMap<>();

    private final TellTimers timers;

    private FlowableProcesses(HikariDataSource source, ProcessEngine engine, TellTimers timers) {
        this.source = source;
        this.engine = engine;
        this.timers = timers;
    }

    /// Opens the database, and creates or updates its tables.
    public static FlowableProcesses open(ProcessDatabase database) {
        HikariDataSource source = database.open();
        try {
            TellTimers timers = new TellTimers();
            return new FlowableProcesses(
                    source, StartEngine.start(database, source, timers), timers);
        } catch (RuntimeException failure) {
            source.close();
            throw failure;
        }
    }

    /// All processes of a version go into one deployment: a call activity looks for what it calls
    /// in its own, so that running applications stay on their version.
    @Override
    public void deploy(BundleVersion version, ProcessPlan plan) {
        definitions.computeIfAbsent(version, _ -> again(() -> definition(version, plan)));
    }

    private String definition(BundleVersion version, ProcessPlan plan) {
        DeploymentBuilder builder =
                engine.getRepositoryService()
                        .createDeployment()
                        .name(version.toString())
                        .enableDuplicateFiltering();
        plan.resources().forEach(builder::addString);
        Deployment deployment = builder.deploy();
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .processDefinitionKey(plan.key())
                .singleResult()
                .getId();
    }

    @Override
    public ProcessSnapshot apply(String applicationId, int seq, ProcessStep step) {
        String definition =
                switch (step) {
                    case ProcessStep.Start start -> definitionOf(start.bundle());
                    case ProcessStep.Complete _, ProcessStep.Fire _, ProcessStep.Stop _ -> "";
                };
        ApplyStep command = new ApplyStep(applicationId, seq, step, definition);
        again(() -> {
            engine.getManagementService().executeCommand(command);
            return "";
        });
        return snapshot(applicationId);
    }

    private String definitionOf(BundleVersion version) {
        String definition = definitions.get(version);
        if (definition == null) {
            throw new IllegalStateException(version + " has not been deployed");
        }
        return definition;
    }

    private ProcessSnapshot snapshot(String applicationId) {
        boolean running =
                engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(applicationId)
                                .count()
                        > 0;
        if (!running) {
            return new ProcessSnapshot(Set.of(), true);
        }
        return new ProcessSnapshot(
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .superProcessInstanceId(applicationId)
                        .list()
                        .stream()
                        .map(ProcessInstance::getBusinessKey)
                        .collect(Collectors.toSet()),
                false);
    }

    /// Two servers may do the same at the same time: one wins, and the others find it done. Who
    /// loses is told in several ways (an optimistic lock, a duplicate key, a task that is gone
    /// while it is being completed); each has been rolled back, and each is harmless to try again.
    private static String again(Supplier<String> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (FlowableException | PersistenceException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
                long wait = ThreadLocalRandom.current().nextLong(LONGEST_WAIT.toNanos()) * attempt;
                LockSupport.parkNanos(wait / ATTEMPTS);
            }
        }
    }

    @Override
    public void onTimer(TimerListener listener) {
        timers.listen(listener);
    }

    /// For tests and the operator's pages.
    public ProcessEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
