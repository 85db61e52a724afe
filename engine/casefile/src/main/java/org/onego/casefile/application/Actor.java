package org.onego.casefile.application;

/// Who did something.
public sealed interface Actor {

    /// The application's owner.
    record Citizen() implements Actor {}

    /// A clerk at the desk.
    ///
    /// @param id the clerk's account
    /// @param department id of the clerk's department
    record Clerk(String id, String name, String department) implements Actor {}

    /// A department's own system.
    record DepartmentSystem(String department) implements Actor {}

    /// The engine itself.
    record Engine() implements Actor {}
}
