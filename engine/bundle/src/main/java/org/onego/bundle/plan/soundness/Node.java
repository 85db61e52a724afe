package org.onego.bundle.plan.soundness;

/// A node of the diagram.
sealed interface Node {

    /// Position in {@link ProcessGraph#nodes()}.
    int index();

    Step step();

    /// The scope that it stands in.
    int scope();

    /// A task, call activity or sub-process.
    ///
    /// @param inner the scope inside; -1 for a task or call activity
    record Activity(int index, Step step, int scope, int inner) implements Node {}

    /// An event sub-process: not reached by a flow, but started by its own start event.
    record Handler(int index, Step step, int scope, int inner) implements Node {}

    enum Routing {
        ONE,
        ALL,
        SOME,
        FIRST_EVENT
    }

    record Gateway(int index, Step step, int scope, Routing routing) implements Node {}

    record Start(int index, Step step, int scope, Trigger trigger, boolean interrupting)
            implements Node {}

    record End(int index, Step step, int scope, Trigger trigger) implements Node {}

    record Catch(int index, Step step, int scope, Trigger trigger) implements Node {}

    record Throw(int index, Step step, int scope, Trigger trigger) implements Node {}

    /// @param host the activity on whose border it stands; -1 when there is none
    record Boundary(
            int index, Step step, int scope, Trigger trigger, int host, boolean interrupting)
            implements Node {}
}
