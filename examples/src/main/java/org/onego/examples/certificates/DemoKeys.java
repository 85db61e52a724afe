package org.onego.examples.certificates;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/// The SM2 keys of the simulation. They are printed here because they protect nothing: everybody in
/// it is invented.
public final class DemoKeys {

    /// The product's private key, to be configured as `decrypt-key`.
    public static final String PRODUCT_PRIVATE =
            "a77670aeeaa7a1a4a9ab6948003e02464c49c890624fbfaed2635d218728a5b9";

    /// The service's public key, to be configured as `verify-key`.
    public static final String SERVICE_PUBLIC =
            "0474440bf15be0e86d0c8967657cedb7b48f9d576462a11ca4670e0d6d2d41f4c62509c3dcf6e2c98e56430b6fd1d15bb252fedcbf6d40f996fbe979cb29fb65ca";

    private static final String PRODUCT_PUBLIC =
            "0431d77f025f3d5c4c544d0010a34e28a1cec9bc07b8c49bc1f0399e683c5288ca7d118e037d921c4e17c88ff5652a60bc70b5bb7ee388aeec4545a381711edd99";
    private static final String SERVICE_PRIVATE =
            "2c6098fbb23d82dd39ce25ec0f63b53cd3e3bb550cf3e5dee5e0c65cfbe9591e";

    private static final HexFormat HEX = HexFormat.of();
    private static final ECDomainParameters CURVE = curve();

    private DemoKeys() {}

    /// For the product, in the order C1 C3 C2.
    static String encrypted(byte[] text) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(
                true,
                new ParametersWithRandom(
                        new ECPublicKeyParameters(
                                CURVE.getCurve().decodePoint(HEX.parseHex(PRODUCT_PUBLIC)), CURVE),
                        new SecureRandom()));
        try {
            return HEX.formatHex(engine.processBlock(text, 0, text.length));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("SM2 can't encrypt " + text.length + " bytes", e);
        }
    }

    /// In DER, with the usual user id.
    static String signature(byte[] bytes) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ECPrivateKeyParameters(new BigInteger(SERVICE_PRIVATE, 16), CURVE));
        signer.update(bytes, 0, bytes.length);
        try {
            return HEX.formatHex(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 can't sign " + bytes.length + " bytes", e);
        }
    }

    private static ECDomainParameters curve() {
        X9ECParameters known = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(known.getCurve(), known.getG(), known.getN());
    }
}
