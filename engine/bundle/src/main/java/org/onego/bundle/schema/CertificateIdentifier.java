package org.onego.bundle.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The identifier of an electronic certificate (证照标识, GB/T 36904): root, type, issuer, serial
/// number, version and check character, separated by dots.
///
/// The check character is looked at apart from the rest: certificates of other places are in use
/// whose identifiers carry a wrong one, and their holders can do nothing about it.
public record CertificateIdentifier(
        String type, String issuer, String serial, String version, char check) {

    private static final String ROOT = "1.2.156.3005.2.";

    private static final Pattern SHAPE =
            Pattern.compile(
                    Pattern.quote(ROOT)
                            + "([0-9A-Z]{21})\\.([0-9A-Z]{6,18})\\.([0-9A-Z]{1,64})\\.([0-9]{3})\\.([0-9A-Z])");

    /// Empty when the text has another shape.
    public static Optional<CertificateIdentifier> of(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new CertificateIdentifier(
                                parts.group(1),
                                parts.group(2),
                                parts.group(3),
                                parts.group(4),
                                parts.group(5).charAt(0)))
                : Optional.empty();
    }

    /// Whether the check character is the one that the standard demands.
    public boolean checks() {
        return CheckDigits.mod37and36(type + issuer + serial + version) == check;
    }
}
