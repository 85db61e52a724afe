package org.onego.adapters.departments;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// base64(SM2 with SM3 (GB/T 32918.2, GB/T 32905) over what the call's signature covers), as DER,
/// with SM3 of the body and the usual user id `1234567812345678`. We sign with our private key and
/// check with the department's public one.
///
/// Keys are hex as the standard writes them (32 bytes; `04` and 64 bytes), or base64 of PKCS#8 and
/// X.509.
public final class Sm2Signature implements CallSignature {

    private static final ECDomainParameters CURVE = curve();

    private final ECPrivateKeyParameters ours;
    private final ECPublicKeyParameters theirs;

    /// @throws IllegalArgumentException when a key can't be read
    public Sm2Signature(String ourPrivateKey, String theirPublicKey) {
        this.ours = privateKey(ourPrivateKey.strip());
        this.theirs = publicKey(theirPublicKey.strip());
    }

    @Override
    public String sign(SignedCall call) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, ours);
        byte[] covered = covered(call);
        signer.update(covered, 0, covered.length);
        try {
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        } catch (CryptoException failure) {
            throw new IllegalStateException("a call can't be signed with SM2", failure);
        }
    }

    @Override
    public boolean fits(SignedCall call, String signature) {
        byte[] given;
        try {
            given = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException garbled) {
            return false;
        }
        SM2Signer signer = new SM2Signer();
        signer.init(false, theirs);
        byte[] covered = covered(call);
        signer.update(covered, 0, covered.length);
        return signer.verifySignature(given);
    }

    private static byte[] covered(SignedCall call) {
        SM3Digest digest = new SM3Digest();
        digest.update(call.body(), 0, call.body().length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return call.covered(HexFormat.of().formatHex(out));
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    private static ECPrivateKeyParameters privateKey(String text) {
        if (text.matches("[0-9a-fA-F]{64}")) {
            return new ECPrivateKeyParameters(new BigInteger(text, 16), CURVE);
        }
        try {
            if (PrivateKeyFactory.createKey(Base64.getMimeDecoder().decode(text))
                    instanceof ECPrivateKeyParameters key) {
                return key;
            }
        } catch (IOException | IllegalArgumentException garbled) {
            throw new IllegalArgumentException(PRIVATE, garbled);
        }
        throw new IllegalArgumentException(PRIVATE);
    }

    private static ECPublicKeyParameters publicKey(String text) {
        try {
            if (text.matches("04[0-9a-fA-F]{128}")) {
                return new ECPublicKeyParameters(
                        CURVE.getCurve().decodePoint(HexFormat.of().parseHex(text)), CURVE);
            }
            if (PublicKeyFactory.createKey(Base64.getMimeDecoder().decode(text))
                    instanceof ECPublicKeyParameters key) {
                return key;
            }
        } catch (IOException | IllegalArgumentException garbled) {
            throw new IllegalArgumentException(PUBLIC, garbled);
        }
        throw new IllegalArgumentException(PUBLIC);
    }

    private static final String PRIVATE =
            "an SM2 private key must be 64 hex digits, or base64 of PKCS#8";
    private static final String PUBLIC =
            "an SM2 public key must be 04 and 128 hex digits of a point on the curve, or base64 of X.509";
}
