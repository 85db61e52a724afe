package org.onego.adapters.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.examples.CommandLine;
import org.onego.examples.department.Signing;

class CallSignatureTest {

    /// Of the demo: the product's private key, and the department's public one.
    private static final String OURS =
            "09c925c6e05b591d11aa80701e32fc157642e845975d4452c9ea392fde073677";

    private static final String THEIRS =
            "04fb9e95c2dad00fb95f928939bd6a76876c163d1710b21d29da32fb68b6d16b16a0700a617743426e7b3869154327a625461c5c4637debc3d556dc7486b1e3d97";

    private static final CallSignature SM2 = new Sm2Signature(OURS, THEIRS);
    private static final CallSignature HMAC = new HmacSignature("secret");

    private static final Signing THEIR_SM2 =
            new Signing.Sm2(CommandLine.DEMO_PRIVATE_KEY, CommandLine.DEMO_PUBLIC_KEY);

    /// The parts of a call, in the order in which they are covered.
    record Parts(List<String> parts, String body) {

        SignedCall ours() {
            return new SignedCall(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    parts.get(4),
                    parts.get(5),
                    body.getBytes(StandardCharsets.UTF_8));
        }

        org.onego.examples.department.SignedCall theirs() {
            return new org.onego.examples.department.SignedCall(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    parts.get(4),
                    parts.get(5),
                    body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Parts parts(Choices choices) {
        return new Parts(
                List.of(
                        choices.text(1, 8, "abc-"),
                        choices.pick("GET", "POST", "PUT", "DELETE"),
                        "/" + choices.text(0, 12, "abc/?=&"),
                        String.valueOf(choices.between(0, 2_000_000_000)),
                        choices.text(8, 20, "abcXYZ019_-"),
                        choices.text(0, 10, "k0-")),
                choices.text(0, 30, "{}\"赵a1"));
    }

    /// The simulator signs with the JDK's interfaces, the product with the library's own: each
    /// takes what the other wrote.
    @Test
    void bothSidesUnderstandEachOther() {
        Property.of("signatures", CallSignatureTest::parts)
                .runs(40)
                .holds(parts -> {
                    assertThat(THEIR_SM2.fits(parts.theirs(), SM2.sign(parts.ours()))).isTrue();
                    assertThat(SM2.fits(parts.ours(), THEIR_SM2.sign(parts.theirs()))).isTrue();
                    Signing hmac = new Signing.Hmac("secret");
                    assertThat(HMAC.sign(parts.ours())).isEqualTo(hmac.sign(parts.theirs()));
                });
    }

    /// No part can be changed, and nothing can be moved from one to another.
    @Test
    void anotherCallHasAnotherSignature() {
        Property.of("other calls", choices -> List.of(parts(choices), parts(choices)))
                .runs(60)
                .holds(two -> {
                    if (!two.getFirst().equals(two.getLast())) {
                        for (CallSignature each : List.of(HMAC)) {
                            assertThat(
                                            each.fits(
                                                    two.getFirst().ours(),
                                                    each.sign(two.getLast().ours())))
                                    .isFalse();
                        }
                        assertThat(
                                        SM2.fits(
                                                two.getFirst().ours(),
                                                THEIR_SM2.sign(two.getLast().theirs())))
                                .isFalse();
                    }
                });
    }

    @Test
    void garbageIsNoSignature() {
        SignedCall call =
                new SignedCall("k", "POST", "/", "1", "nonce-01", "", new byte[] {1, 2, 3});
        for (String garbage :
                List.of(
                        "",
                        "x",
                        "====",
                        "MAA=",
                        Base64.getEncoder().encodeToString(new byte[72]))) {
            assertThat(SM2.fits(call, garbage)).as(garbage).isFalse();
            assertThat(HMAC.fits(call, garbage)).as(garbage).isFalse();
        }
        // Our own signature is not the department's.
        assertThat(SM2.fits(call, SM2.sign(call))).isFalse();
    }

    @Test
    void headersAreDoubted() {
        Instant now = Instant.ofEpochSecond(1_000_000);
        assertThat(at("1000300", "nonce-01").doubt(now)).isNull();
        assertThat(at("999699", "nonce-01").doubt(now)).contains("301 s off");
        assertThat(at("1000301", "nonce-01").doubt(now)).contains("301 s off");
        assertThat(at("soon", "nonce-01").doubt(now)).contains("Unix seconds");
        assertThat(at("1000000", "short").doubt(now)).contains("8 to 64");
        assertThat(at("1000000", "with\nline").doubt(now)).contains("8 to 64");
    }

    private static SignedCall at(String timestamp, String nonce) {
        return new SignedCall("k", "POST", "/", timestamp, nonce, "", new byte[0]);
    }

    @Test
    void aKeyThatIsNoneStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sm2Signature("abc", THEIRS))
                .withMessageContaining("64 hex digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sm2Signature(OURS, "04" + "0".repeat(128)))
                .withMessageContaining("public key");
        assertThatIllegalArgumentException().isThrownBy(() -> new HmacSignature(""));
    }
}
