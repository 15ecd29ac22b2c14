package dev.undertone.system;

import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Limit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Gives every failure that the web layer knows one answer: a problem document to programs, an error page to people. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> bodyTooLarge(BodyTooLarge failure, WebRequest request) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, failure.getLocalizedMessage());
        return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.CONTENT_TOO_LARGE, request);
    }

    /** A form or upload that the servlet container gave up reading; it does so at a limit or at broken framing. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unreadableForm(MultipartException failure, WebRequest request) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The upload is broken or was cut off.");
        return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    /** A form whose parameters the servlet container gave up reading, at its size limit or at broken encoding. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unreadableParameters(InvalidParameterException failure, WebRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(failure.getErrorCode());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "The form is too large or broken.");
        return handleExceptionInternal(failure, problem, new HttpHeaders(), status, request);
    }

    /** A page of a list that cannot be cut out of it. */
    @ExceptionHandler({BadCursor.class, Limit.BadLimit.class})
    @Nullable
    ResponseEntity<Object> noSuchPage(RuntimeException failure, WebRequest request) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(failure.getMessage()));
        return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    @Override
    @Nullable
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return bodyTooLarge(tooLarge, request);
            }
        }
        ProblemDetail problem = UnreadableBody.because(failure.getCause()).asProblem();
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    /** Something that is no text was sent where a text belongs; all else that cannot be converted is our mistake. */
    @Override
    @Nullable
    protected ResponseEntity<Object> handleConversionNotSupported(
            ConversionNotSupportedException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(failure.getValue() instanceof MultipartFile)) {
            return super.handleConversionNotSupported(failure, headers, status, request);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The field " + failure.getPropertyName() + " must be a text, not a file.");
        return handleExceptionInternal(failure, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    @Nullable
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "There is nothing at this address.");
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    @Override
    @Nullable
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest exchange = (ServletWebRequest) request;
        if (Audience.of(exchange.getRequest()) == Audience.PROGRAM) {
            // Some failures bring headers that cannot be added to.
            HttpHeaders all = HttpHeaders.copyOf(headers);
            all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return super.handleExceptionInternal(failure, body, all, status, request);
        }
        HttpServletResponse response = exchange.getResponse();
        if (response != null && !response.isCommitted()) {
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            sendError(response, status);
        }
        return null;
    }

    /** Leaves the rest to {@link ErrorPages}, which the servlet container asks for the page. */
    private static void sendError(HttpServletResponse response, HttpStatusCode status) {
        try {
            response.sendError(status.value());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
