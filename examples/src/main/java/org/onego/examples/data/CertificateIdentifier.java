package org.onego.examples.data;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// 证照标识 (GB/T 36904): root.type.issuer.serial.version.check. The same type, issuer, number and
/// holder always give the same one.
public final class CertificateIdentifier {

    private static final String ROOT = "1.2.156.3005.2";
    private static final String VERSION = "001";
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");

    private CertificateIdentifier() {}

    /// @param typeCode 21 characters
    /// @param issuerCode 18 characters; anything else is replaced by a marked test code
    /// @param number what is printed on the certificate
    /// @param holder whose it is: the certificates of two spouses bear one number, and are still
    ///   two
    public static String of(String typeCode, String issuerCode, String number, String holder) {
        String issuer =
                CREDIT_CODE.matcher(issuerCode).matches() ? issuerCode : "TEST00000000000000";
        String kept = number.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        // What an identifier can't hold may be what tells two numbers apart (冀…字, 京…字), so it
        // counts in a digest.
        String serial =
                number.equals(holder) && number.equals(kept)
                        ? kept
                        : kept + digest(number + "|" + holder).substring(0, 8);
        String check = String.valueOf(CheckCharacter.of(typeCode + issuer + serial + VERSION));
        return String.join(".", ROOT, typeCode, issuer, serial, VERSION, check);
    }

    /// A type code for a type whose real one is not publicly known: `TEST`, 14 characters of the
    /// id's digest, `001`.
    static String testTypeCode(String typeId) {
        String digits = new BigInteger(digest(typeId), 16).toString(36).toUpperCase(Locale.ROOT);
        return "TEST" + digits.substring(digits.length() - 14) + "001";
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
