package org.onego.adapters.departments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// base64(HMAC-SHA256(secret, what the call's signature covers)), with SHA-256 of the body.
public final class HmacSignature implements CallSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public HmacSignature(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the secret of a connection must not be empty");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    @Override
    public String sign(SignedCall call) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(call.body());
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(call.covered(HexFormat.of().formatHex(digest))));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256 and HmacSHA256", missing);
        }
    }

    @Override
    public boolean fits(SignedCall call, String signature) {
        return MessageDigest.isEqual(
                sign(call).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }
}
