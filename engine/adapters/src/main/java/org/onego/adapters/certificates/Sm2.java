package org.onego.adapters.certificates;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/// SM2 (GB/T 32918) with keys, ciphertext and signatures as hexadecimal digits: ciphertext in the
/// order C1 C3 C2, with or without the leading 04 of its point; signatures in DER with the usual
/// user id. Thread-safe.
final class Sm2 {

    private static final HexFormat HEX = HexFormat.of();

    private static final ECDomainParameters CURVE = curve();

    private final String key;

    private Sm2(String key) {
        this.key = key;
    }

    /// @param key a private key to decrypt with, or a public one to verify with
    static Sm2 with(String key) {
        String digits = key.strip();
        if (!digits.matches("[0-9a-fA-F]{64}|[0-9a-fA-F]{128}|04[0-9a-fA-F]{128}")) {
            throw new IllegalArgumentException(
                    "an SM2 key has 64 (private), 128 or 130 (public) hexadecimal digits; see decrypt-key and"
                            + " verify-key of the source");
        }
        return new Sm2(digits.length() == 128 ? "04" + digits : digits);
    }

    /// Empty when the text isn't encrypted for this key.
    Optional<byte[]> decrypted(String hex) {
        try {
            byte[] text = HEX.parseHex(hex.strip());
            if (text.length == 0) {
                return Optional.empty();
            }
            SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(false, new ECPrivateKeyParameters(new BigInteger(key, 16), CURVE));
            byte[] whole = text[0] == 4 ? text : HEX.parseHex("04" + hex.strip());
            return Optional.of(engine.processBlock(whole, 0, whole.length));
        } catch (InvalidCipherTextException | IllegalArgumentException _) {
            return Optional.empty();
        } catch (ArrayIndexOutOfBoundsException | IllegalStateException _) {
            // Too short, or no point of the curve: the library doesn't say it in one way.
            return Optional.empty();
        }
    }

    /// Whether these bytes were signed with the private key of this public one.
    boolean signed(byte[] bytes, String signature) {
        try {
            byte[] given = HEX.parseHex(signature.strip());
            if (given.length == 0) {
                return false;
            }
            SM2Signer signer = new SM2Signer();
            signer.init(
                    false,
                    new ECPublicKeyParameters(
                            CURVE.getCurve().decodePoint(HEX.parseHex(key)), CURVE));
            signer.update(bytes, 0, bytes.length);
            return signer.verifySignature(given);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static ECDomainParameters curve() {
        X9ECParameters known = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(known.getCurve(), known.getG(), known.getN());
    }
}
