package org.onego.server.security;

import java.util.Collection;
import java.util.List;
import org.onego.casefile.application.Actor;
import org.onego.renderer.desk.ClerkAccount;
import org.onego.server.start.OneGoProperties.Account;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// A clerk who can log in at the desk.
record DeskUser(Account account, String departmentName) implements UserDetails, ClerkAccount {

    @Override
    public Actor.Clerk clerk() {
        return new Actor.Clerk(account.id(), account.name(), account.department());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_CLERK"));
    }

    @Override
    public String getPassword() {
        return account.password();
    }

    @Override
    public String getUsername() {
        return account.id();
    }

    /// Without the password, encoded as it may be.
    @Override
    public String toString() {
        return "clerk " + account.id();
    }
}
