package org.onego.casefile.application;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes ids that nobody can guess and that say nothing.
@FunctionalInterface
public interface Ids {

    /// Fit for a URL, without a dot; at most 40 characters.
    String next();

    /// 128 random bits each.
    static Ids random() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
