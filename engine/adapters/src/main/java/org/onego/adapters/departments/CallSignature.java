package org.onego.adapters.departments;

/// How calls of one connection are signed and checked; which way is chosen in its configuration,
/// never by the caller.
public sealed interface CallSignature permits HmacSignature, Sm2Signature {

    String sign(SignedCall call);

    boolean fits(SignedCall call, String signature);
}
