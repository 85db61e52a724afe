package org.onego.bundle.item;

/// How a department gets and handles its cases.
public sealed interface Handling {

    /// Clerks use the desk.
    record Hosted() implements Handling {}

    /// We call the department's system, which calls back; `endpoint` names a configured connection.
    record Push(String endpoint) implements Handling {}

    /// The department's system polls us.
    record Pull() implements Handling {}
}
