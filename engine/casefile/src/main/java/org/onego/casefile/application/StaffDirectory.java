package org.onego.casefile.application;

import java.util.List;
import java.util.Optional;

/// Who works where, wherever the accounts are kept.
public interface StaffDirectory {

    /// The clerks of a department, in the order in which they are listed.
    List<Actor.Clerk> clerks(String department);

    /// The departments that have a desk here.
    List<Group> departments();

    default Optional<Actor.Clerk> clerk(String department, String id) {
        return clerks(department).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    default boolean has(String department) {
        return departments().stream().anyMatch(each -> each.id().equals(department));
    }

    /// A department as clerks read it.
    record Group(String id, String name) {}
}
