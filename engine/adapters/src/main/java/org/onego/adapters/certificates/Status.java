package org.onego.adapters.certificates;

import org.onego.bundle.element.CertificateType;
import org.onego.casefile.application.NoCertificate;
import tools.jackson.databind.JsonNode;

/// `head.status` of an answer. The numbers are those of a provincial sharing service that are
/// publicly known; the national style has only 0 in public, and is taken to use the same.
final class Status {

    static final String OK = "0";
    static final String NOT_LOGGED_IN = "11";

    private Status() {}

    static String of(JsonNode answer) {
        JsonNode status = answer.path("head").path("status");
        return status.isString() ? status.stringValue() : status.toString();
    }

    /// Goes on only with an answer that has data. What the service says in words stays out of the
    /// log: nobody knows what it writes there.
    static void check(JsonNode answer, SourceSettings settings, CertificateType type)
            throws CallFailed {
        switch (of(answer)) {
            case OK -> {}
            case "10" -> throw new CallFailed(NoCertificate.NONE, "no such certificate");
            case NOT_LOGGED_IN ->
                    throw new CallFailed(
                            NoCertificate.REFUSED,
                            "status 11: it doesn't accept our account; see account and secret of the source");
            case "12" ->
                    throw new CallFailed(
                            NoCertificate.REFUSED, "status 12: it misses something in the call");
            case "100" ->
                    throw new CallFailed(
                            NoCertificate.REFUSED,
                            "status 100: we may not read this type, or not any more today; ask the service for the"
                                    + " right");
            case "102" ->
                    throw new CallFailed(
                            NoCertificate.REFUSED, "status 102: it takes a value for wrong");
            case "103" ->
                    throw new CallFailed(
                            NoCertificate.REFUSED,
                            "status 103: the holder's number is not of the kind it expects");
            case "113" ->
                    throw new CallFailed(
                            NoCertificate.NOT_CONFIGURED,
                            "status 113: it doesn't know the type code; set onego.certificates.sources."
                                    + settings.name()
                                    + ".type-codes."
                                    + type.id());
            default ->
                    throw new CallFailed(
                            NoCertificate.MALFORMED, "it answered a status that nobody knows");
        }
    }
}
