package org.onego.renderer.desk;

import org.onego.casefile.application.Actor;

/// A logged-in clerk, whoever keeps the accounts.
public interface ClerkAccount {

    Actor.Clerk clerk();

    /// The department's name, as the clerk reads it.
    String departmentName();
}
