package org.onego.bundle.plan.soundness;

import java.util.List;

/// What is known about a process. Only {@link Sound} may be published.
public sealed interface Soundness {

    /// Every started instance can finish, nothing is left over when it has, and every step can
    /// happen.
    ///
    /// @param states markings that were looked at, after reduction
    /// @param places size of the net before reduction
    /// @param transitions size of the net before reduction
    record Sound(int states, int places, int transitions) implements Soundness {}

    /// The process can go wrong.
    ///
    /// @param path the steps that lead there, in order; empty for {@link Violation#DEAD_STEP}
    /// @param where what is wrong at the end of the path, as a sentence without a full stop
    /// @param elements ids of the nodes and flows to mark in the diagram
    record Unsound(Violation which, List<Step> path, String where, List<String> elements)
            implements Soundness {
        public Unsound {
            path = List.copyOf(path);
            elements = List.copyOf(elements);
        }
    }

    /// Nothing is known: the process uses something that this check does not decide.
    ///
    /// @param elementId the element at fault; empty when it is the process as a whole
    record Unsupported(String what, String elementId) implements Soundness {}

    /// The file is no process that could be run at all.
    record Invalid(String what) implements Soundness {}
}
