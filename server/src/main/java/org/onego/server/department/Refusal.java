package org.onego.server.department;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Why a call changed nothing. The word is the end of the problem's type, for programs; the text is
/// for people.
enum Refusal {
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "the call is too large"),
    UNKNOWN_CALLER(HttpStatus.UNAUTHORIZED, "no such connection"),
    WRONG_SIGNATURE(HttpStatus.UNAUTHORIZED, "the signature does not fit"),
    OLD_TIMESTAMP(HttpStatus.UNAUTHORIZED, "the call is too old or its headers are wrong"),
    REPLAYED(HttpStatus.CONFLICT, "this call was made before"),
    NO_KEY(HttpStatus.BAD_REQUEST, "an idempotency key is missing"),
    KEY_REUSED(HttpStatus.CONFLICT, "this idempotency key said something else before"),
    NO_CASE(HttpStatus.NOT_FOUND, "there is no such case"),
    TOO_LATE(HttpStatus.CONFLICT, "the case has ended"),
    WRONG_STATE(HttpStatus.CONFLICT, "the report does not fit the case"),
    NOT_LEASED(HttpStatus.CONFLICT, "the case is not taken"),
    CLAIMED(HttpStatus.CONFLICT, "a clerk is handling the case"),
    UNREADABLE(HttpStatus.BAD_REQUEST, "the body can't be read"),
    UNKNOWN_STATE(HttpStatus.UNPROCESSABLE_CONTENT, "there is no such state to report"),
    WRONG_RESULT(HttpStatus.UNPROCESSABLE_CONTENT, "the result can't stand"),
    NO_REASON(HttpStatus.UNPROCESSABLE_CONTENT, "a reason is missing");

    private final HttpStatus status;
    private final String title;

    Refusal(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    ProblemDetail problem(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:onego:problem:" + word()));
        problem.setTitle(title);
        return problem;
    }
}
