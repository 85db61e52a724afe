package org.onego.server.department;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.onego.adapters.departments.SignedCall;
import org.onego.adapters.mongo.MongoNonces;
import org.onego.server.start.DepartmentConnections;
import org.onego.server.start.DepartmentConnections.Connected;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Believes a call of a department's system only when its signature proves who it is, it is young,
/// and it was not made before. What is refused here is answered and recorded, and goes no further.
final class CallDoor extends OncePerRequestFilter {

    static final int LONGEST_BODY = 1 << 20;

    /// So much of a body that is too large is read, so that its sender hears why.
    private static final long PATIENCE = 64L << 20;

    private final DepartmentConnections connections;
    private final MongoNonces nonces;
    private final RecordCalls records;
    private final JsonMapper json;
    private final InstantSource clock;

    CallDoor(
            DepartmentConnections connections,
            MongoNonces nonces,
            RecordCalls records,
            JsonMapper json,
            InstantSource clock) {
        this.connections = connections;
        this.nonces = nonces;
        this.records = records;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String call = request.getMethod() + " " + request.getRequestURI();
        try {
            byte[] body = body(request);
            Caller caller = believe(request, body);
            request.setAttribute(Caller.ATTRIBUTE, caller);
            chain.doFilter(new ReadRequest(request, body), response);
        } catch (Refused refused) {
            records.record(
                    null,
                    header(request, SignedCall.KEY),
                    call,
                    refused.refusal().word(),
                    refused.detail());
            answer(response, refused);
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        InputStream in = request.getInputStream();
        byte[] body = in.readNBytes(LONGEST_BODY + 1);
        if (body.length <= LONGEST_BODY) {
            return body;
        }
        in.skip(PATIENCE);
        throw new Refused(
                Refusal.TOO_LARGE,
                "a call may have at most "
                        + LONGEST_BODY
                        + " bytes; files of a result are no part of a report");
    }

    private Caller believe(HttpServletRequest request, byte[] body) {
        SignedCall call =
                new SignedCall(
                        header(request, SignedCall.KEY),
                        request.getMethod(),
                        target(request),
                        header(request, SignedCall.TIMESTAMP),
                        header(request, SignedCall.NONCE),
                        header(request, SignedCall.IDEMPOTENCY_KEY),
                        body);
        Connected connection =
                connections
                        .find(call.key())
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.UNKNOWN_CALLER,
                                        SignedCall.KEY
                                                + " must be the name of a configured connection"));
        Instant now = clock.instant();
        String doubt = call.doubt(now);
        if (doubt != null) {
            throw new Refused(Refusal.OLD_TIMESTAMP, doubt);
        }
        if (!connection.signature().fits(call, header(request, SignedCall.SIGNATURE))) {
            throw new Refused(
                    Refusal.WRONG_SIGNATURE,
                    SignedCall.SIGNATURE
                            + " does not fit; check the key, and what is signed: KEY, METHOD, TARGET, TIMESTAMP, NONCE, IDEMPOTENCY-KEY and hex(digest(body)), a line each");
        }
        if (!nonces.isFirst(call.key(), call.nonce(), now)) {
            throw new Refused(
                    Refusal.REPLAYED,
                    SignedCall.NONCE
                            + " was used before; sign every call anew, a repeated one too");
        }
        return new Caller(connection, call.idempotencyKey(), digest(body));
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private void answer(HttpServletResponse response, Refused refused) throws IOException {
        ProblemDetail problem = refused.refusal().problem(refused.detail());
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
