package org.onego.adapters.flowable;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;

/// Builds the engine with what differs from its defaults.
final class StartEngine {

    /// Any number; all servers lock the same one.
    private static final long SCHEMA_LOCK = 7_231_204_551L;

    private StartEngine() {}

    static ProcessEngine start(
            ProcessDatabase database, HikariDataSource source, TellTimers timers) {
        if (!database.isPostgres()) {
            return configuration(source, timers).buildProcessEngine();
        }
        // Two servers that start together on an empty database would both create its tables.
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + SCHEMA_LOCK + ")");
            try {
                return configuration(source, timers).buildProcessEngine();
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + SCHEMA_LOCK + ")");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot lock the schema of " + database, failure);
        }
    }

    private static StandaloneProcessEngineConfiguration configuration(
            HikariDataSource source, TellTimers timers) {
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setEngineName("onego-" + source.hashCode());
        engine.setDataSource(source);
        engine.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        engine.setHistoryLevel(HistoryLevel.AUDIT);
        engine.setDisableIdmEngine(true);
        engine.setDisableEventRegistry(true);
        // Off by default: finished processes would stay for ever. What happened is in the document.
        engine.setEnableHistoryCleaning(true);
        engine.setCleanInstancesEndedAfter(Duration.ofDays(365));
        engine.addCustomJobHandler(timers);
        engine.setAsyncExecutorActivate(true);
        engine.setAsyncExecutorConfiguration(jobs());
        return engine;
    }

    /// A job of a killed server is taken over after a minute, not after an hour.
    private static AsyncJobExecutorConfiguration jobs() {
        AsyncJobExecutorConfiguration jobs = new AsyncJobExecutorConfiguration();
        jobs.setAsyncJobLockTime(Duration.ofMinutes(1));
        jobs.setTimerLockTime(Duration.ofMinutes(1));
        jobs.setResetExpiredJobsInterval(Duration.ofSeconds(10));
        jobs.setDefaultAsyncJobAcquireWaitTime(Duration.ofMillis(500));
        jobs.setDefaultTimerJobAcquireWaitTime(Duration.ofSeconds(1));
        return jobs;
    }
}
