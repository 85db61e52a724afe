package org.onego.examples.certificates;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.onego.examples.data.Issued;
import org.onego.examples.data.Packages;
import org.onego.examples.web.Answer;
import tools.jackson.databind.node.ObjectNode;

/// What a fault makes of an answer: first of what it says, then of the answer as a whole.
final class Broken {

    /// As large as no certificate is.
    private static final int BIG = 50 << 20;

    /// The header with the signature over the body.
    private static final String SIGNATURE = "X-Signature";

    private Broken() {}

    /// Whose certificate is told.
    static Issued issued(Fault.Mode mode, Issued issued, Packages packages) {
        return mode == Fault.Mode.FOREIGN ? Distort.foreign(issued, packages) : issued;
    }

    /// What the certificate says.
    static void says(Fault.Mode mode, ObjectNode attributes) {
        if (mode == Fault.Mode.MISTYPED) {
            Distort.mistype(attributes);
        } else if (mode == Fault.Mode.SHORTENED) {
            Distort.shortenNumbers(attributes);
        }
    }

    /// Until when it counts.
    static ObjectNode row(Fault.Mode mode, ObjectNode row, LocalDate today) {
        if (mode == Fault.Mode.EXPIRED) {
            Distort.expire(row, today);
        } else if (mode == Fault.Mode.REVOKED) {
            Distort.revoke(row);
        }
        return row;
    }

    /// The refusal that comes in place of any data, or null.
    static @Nullable Status refusal(Fault.Mode mode) {
        return switch (mode) {
            case DENIED -> Status.DENIED;
            case UNKNOWN -> Status.UNKNOWN_TYPE;
            default -> null;
        };
    }

    /// Signed, unless that is what is wrong with it.
    static Answer answer(Fault.Mode mode, Answer.Reply whole) {
        return switch (mode) {
            case ERROR ->
                    Answer.text(
                            503, "text/html", "<html><body>503 Service Unavailable</body></html>");
            case GARBAGE ->
                    signed(with(whole, Arrays.copyOf(whole.body(), whole.body().length * 2 / 3)));
            case TIMEOUT -> new Answer.Silence();
            case FORGED -> {
                byte[] other = whole.body().clone();
                other[0]++;
                yield whole.withHeader(SIGNATURE, DemoKeys.signature(other));
            }
            // White space belongs to no value: the answer itself is right, but nobody should read
            // that far.
            case BIG -> {
                byte[] large = Arrays.copyOf(whole.body(), whole.body().length + BIG);
                Arrays.fill(large, whole.body().length, large.length, (byte) ' ');
                yield with(whole, large);
            }
            case OK, FOREIGN, EXPIRED, REVOKED, MISTYPED, SHORTENED, DENIED, UNKNOWN ->
                    signed(whole);
        };
    }

    private static Answer.Reply signed(Answer.Reply reply) {
        return reply.withHeader(SIGNATURE, DemoKeys.signature(reply.body()));
    }

    private static Answer.Reply with(Answer.Reply reply, byte[] body) {
        return new Answer.Reply(reply.status(), reply.type(), body, reply.headers());
    }
}
