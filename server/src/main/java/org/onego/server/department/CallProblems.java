package org.onego.server.department;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Calls that were believed and could not be taken: answered as a problem and recorded.
@RestControllerAdvice(basePackageClasses = CallProblems.class)
class CallProblems {

    private final RecordCalls records;

    CallProblems(RecordCalls records) {
        this.records = records;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request) {
        @Nullable Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
        records.record(
                caller == null ? null : caller.department(),
                caller == null ? "" : caller.connection().name(),
                request.getMethod() + " " + request.getRequestURI(),
                refused.refusal().word(),
                refused.detail());
        ProblemDetail problem = refused.refusal().problem(refused.detail());
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .body(problem);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        ServletRequestBindingException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<ProblemDetail> unreadable(Exception unreadable, HttpServletRequest request) {
        return refused(
                new Refused(
                        Refusal.UNREADABLE,
                        "the body, a header or a parameter is missing or of another kind; see /api/openapi.json"),
                request);
    }
}
