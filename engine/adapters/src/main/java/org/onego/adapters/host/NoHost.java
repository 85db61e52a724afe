package org.onego.adapters.host;

import org.onego.casefile.application.Host;

/// No host app is configured: nobody can log in, and messages have nowhere to go.
public final class NoHost implements Host {

    private static final String WHY = "no host app is configured; set onego.host.gateway";

    @Override
    public Login exchange(String accessLink) {
        return new Login.Unavailable(WHY);
    }

    @Override
    public Sent push(Recipient to, String key, String title, String text, String path) {
        return new Sent.NoHost();
    }
}
