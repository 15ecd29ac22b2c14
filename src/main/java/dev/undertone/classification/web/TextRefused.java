package dev.undertone.classification.web;

import dev.undertone.classification.TextFault;
import dev.undertone.classification.TooMuchAtOnce;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request was understood, but a text in it cannot be classified; none of its texts was. */
final class TextRefused extends ErrorResponseException {

    private TextRefused(HttpStatus status, String pointer, String detail) {
        super(status, problem(status, pointer, detail), null);
    }

    static TextRefused of(TextFault fault, String pointer, int length) {
        return new TextRefused(fault.status(), pointer, fault.detail(pointer, length));
    }

    static TextRefused tooMuch(TooMuchAtOnce refused) {
        return new TextRefused(HttpStatus.CONTENT_TOO_LARGE, "/texts", "/texts: " + refused.getMessage() + ".");
    }

    static TextRefused neitherOrBoth() {
        return new TextRefused(
                HttpStatus.UNPROCESSABLE_CONTENT, "", "Send either \"text\" or \"texts\", and exactly one of them.");
    }

    static TextRefused missing(String pointer) {
        return new TextRefused(HttpStatus.UNPROCESSABLE_CONTENT, pointer, pointer + " is null, expected a text.");
    }

    static TextRefused noTexts() {
        return new TextRefused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "/texts",
                "/texts is empty; send 1 to " + ClassifyRequest.MAX_TEXTS + ".");
    }

    static TextRefused tooManyTexts(int count) {
        return new TextRefused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "/texts",
                String.format(
                        Locale.ROOT,
                        "/texts has %,d texts; at most %d are taken at once. Nothing was classified.",
                        count,
                        ClassifyRequest.MAX_TEXTS));
    }

    private static ProblemDetail problem(HttpStatus status, String pointer, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
        return problem;
    }
}
