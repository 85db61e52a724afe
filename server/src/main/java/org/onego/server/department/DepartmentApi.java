package org.onego.server.department;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Webhook;
import io.swagger.v3.oas.annotations.Webhooks;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.departments.CasePayload;
import org.springframework.stereotype.Component;

/// What the OpenAPI document says as a whole. The document itself is generated from the controllers
/// by a test, committed, and served at `/api/openapi.json`.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "OneGo",
                        version = "1",
                        description =
                                "Departments' systems and the administration. Every call of a department is signed, both ways: X-OneGo-Key names the connection, X-OneGo-Timestamp is in Unix seconds (300 s off are believed), X-OneGo-Nonce is new for each call, and X-OneGo-Signature is base64 of HMAC-SHA256 or of SM2 with SM3 (DER) over KEY, METHOD, TARGET, TIMESTAMP, NONCE, IDEMPOTENCY-KEY and hex(digest(body)), a line each, with SHA-256 or SM3 as the digest."),
        servers = @Server(url = "/"))
@SecurityScheme(
        name = "signature",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        paramName = "X-OneGo-Signature",
        description = "With X-OneGo-Key, X-OneGo-Timestamp and X-OneGo-Nonce")
@SecurityScheme(name = "account", type = SecuritySchemeType.HTTP, scheme = "basic")
@Webhooks(
        @Webhook(
                name = "case",
                operation =
                        @Operation(
                                operationId = "push",
                                method = "post",
                                summary =
                                        "POST {url}/cases: a case is handed over, was put right, or ended",
                                description =
                                        "Repeated under one Idempotency-Key, with longer and longer waits, until the answer is 2xx.",
                                requestBody =
                                        @RequestBody(
                                                content =
                                                        @Content(
                                                                mediaType = "application/json",
                                                                schema =
                                                                        @Schema(
                                                                                implementation =
                                                                                        CasePayload
                                                                                                .class))),
                                responses =
                                        @ApiResponse(responseCode = "2XX", description = "Taken"))))
@Component
class DepartmentApi {

    /// RFC 9457, as every refused call is answered.
    ///
    /// @param type `urn:onego:problem:` and a word for programs
    record Problem(
            String type, String title, int status, String detail, @Nullable String instance) {}
}
