package dev.undertone.moderation.file.web;

import dev.undertone.moderation.file.FileRefused;
import dev.undertone.textfile.UnreadableFile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what was wrong with a file, or with what was asked of one. */
@RestControllerAdvice(assignableTypes = FileIntakeController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FileIntakeFaults {

    private static final String A_MINUTE = "60";
    private static final String A_MOMENT = "2";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FileRefused refused) {
        HttpStatus status = status(refused);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refused instanceof FileRefused.TooManyOpen) {
            answer.header(HttpHeaders.RETRY_AFTER, A_MINUTE);
        } else if (refused instanceof FileRefused.StillComing) {
            answer.header(HttpHeaders.RETRY_AFTER, A_MOMENT);
        }
        return answer.body(ProblemDetail.forStatusAndDetail(status, refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableFile unreadable) {
        HttpStatus status = unreadable instanceof UnreadableFile.TooLarge
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, unreadable.getMessage()));
    }

    private static HttpStatus status(FileRefused refused) {
        if (refused instanceof FileRefused.NoSuchFile) {
            return HttpStatus.NOT_FOUND;
        }
        if (refused instanceof FileRefused.BadKey) {
            return HttpStatus.BAD_REQUEST;
        }
        if (refused instanceof FileRefused.AlreadyOver || refused instanceof FileRefused.StillComing) {
            return HttpStatus.CONFLICT;
        }
        if (refused instanceof FileRefused.RowsRemoved) {
            return HttpStatus.GONE;
        }
        if (refused instanceof FileRefused.TooLarge) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        return refused instanceof FileRefused.TooManyOpen
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
