package org.onego.examples.department;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;

/// How this department and the product sign their calls.
public sealed interface Signing {

    /// The signature of a call.
    String sign(SignedCall call);

    boolean fits(SignedCall call, String signature);

    /// base64(HMAC-SHA256), with SHA-256 of the body.
    record Hmac(String secret) implements Signing {

        @Override
        public String sign(SignedCall call) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(call.body());
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return Base64.getEncoder()
                        .encodeToString(
                                mac.doFinal(call.covered(HexFormat.of().formatHex(digest))));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has SHA-256 and HmacSHA256.", e);
            }
        }

        @Override
        public boolean fits(SignedCall call, String signature) {
            return MessageDigest.isEqual(
                    sign(call).getBytes(StandardCharsets.UTF_8),
                    signature.getBytes(StandardCharsets.UTF_8));
        }

        /// Without the secret.
        @Override
        public String toString() {
            return "HMAC-SHA256";
        }
    }

    /// base64 of SM2 with SM3 as DER, with SM3 of the body.
    ///
    /// @param privateKey ours, 64 hex digits
    /// @param publicKey the product's, `04` and 128 hex digits
    record Sm2(String privateKey, String publicKey) implements Signing {

        private static final Provider PROVIDER = new BouncyCastleProvider();
        private static final ECNamedCurveParameterSpec CURVE =
                ECNamedCurveTable.getParameterSpec("sm2p256v1");

        @Override
        public String sign(SignedCall call) {
            try {
                PrivateKey key =
                        KeyFactory.getInstance("EC", PROVIDER)
                                .generatePrivate(
                                        new ECPrivateKeySpec(
                                                new BigInteger(privateKey, 16), CURVE));
                Signature signature = Signature.getInstance("SM3withSM2", PROVIDER);
                signature.initSign(key);
                signature.update(covered(call));
                return Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A call can't be signed with SM2.", e);
            }
        }

        @Override
        public boolean fits(SignedCall call, String given) {
            try {
                PublicKey key =
                        KeyFactory.getInstance("EC", PROVIDER)
                                .generatePublic(
                                        new ECPublicKeySpec(
                                                CURVE.getCurve()
                                                        .decodePoint(
                                                                HexFormat.of().parseHex(publicKey)),
                                                CURVE));
                Signature signature = Signature.getInstance("SM3withSM2", PROVIDER);
                signature.initVerify(key);
                signature.update(covered(call));
                return signature.verify(Base64.getDecoder().decode(given));
            } catch (GeneralSecurityException | IllegalArgumentException _) { // no signature at all
                return false;
            }
        }

        private static byte[] covered(SignedCall call) throws GeneralSecurityException {
            byte[] digest = MessageDigest.getInstance("SM3", PROVIDER).digest(call.body());
            return call.covered(HexFormat.of().formatHex(digest));
        }

        @Override
        public String toString() {
            return "SM2/SM3";
        }
    }
}
