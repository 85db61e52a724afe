package org.onego.casefile.progress;

import org.onego.bundle.plan.ProcessPlan;
import org.onego.casefile.application.BundleVersion;

/// The process engine, as far as an application's document needs it.
public interface ProcessPort {

    /// Makes a version's processes known; harmless when they are.
    void deploy(BundleVersion version, ProcessPlan plan);

    /// Does a step once: a second time, and after the process has ended, it changes nothing.
    ///
    /// @param seq the number of the command in the application's log, for doing it once
    /// @return how the process stands now
    ProcessSnapshot apply(String applicationId, int seq, ProcessStep step);

    /// Whom to tell when a timer fires. Until somebody is told, timers have their effect at once.
    ///
    /// @param listener appends it to the document; told again when it failed
    void onTimer(TimerListener listener);

    /// Hears of timers before they have an effect: the document leads.
    @FunctionalInterface
    interface TimerListener {

        /// @param job under which the timer fires once
        /// @param execution for [ProcessStep.Fire]
        /// @param element its id in the diagram
        void fired(String applicationId, String job, String execution, String element);
    }
}
