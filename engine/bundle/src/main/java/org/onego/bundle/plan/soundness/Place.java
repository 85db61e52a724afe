package org.onego.bundle.plan.soundness;

/// Where a token can be.
///
/// @param of the node, or for {@link Kind#FLOW} the flow, that the token is on; -1 for the process
record Place(Kind kind, int of) {

    enum Kind {
        FLOW,
        /// An activity that runs.
        BUSY,
        /// Inside a gateway, between its joining and its splitting half.
        WITHIN,
        /// Before a node that is reached otherwise than by a flow: a start event, a boundary event.
        ENTRY,
        /// An event that may still happen. Nothing waits for it.
        ARMED,
        /// The sink of an end event. A second token in it is an improper completion.
        ENDED
    }

    /// The scope has not finished while a token is here.
    boolean active() {
        return kind != Kind.ARMED && kind != Kind.ENDED;
    }
}
