package dev.undertone.account.web;

import dev.undertone.account.LastAdmin;
import dev.undertone.account.NameTaken;
import dev.undertone.account.NotAcceptable;
import dev.undertone.account.UnknownAccount;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with a request about people or API keys. */
@RestControllerAdvice(basePackageClasses = AccountProblems.class)
class AccountProblems {

    @ExceptionHandler
    ProblemDetail notAcceptable(NotAcceptable failure) {
        return field(failure.field(), String.valueOf(failure.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail fieldRefused(FieldRefused failure) {
        return field(failure.field(), String.valueOf(failure.getMessage()));
    }

    @ExceptionHandler({NameTaken.class, LastAdmin.class})
    ProblemDetail inTheWay(RuntimeException failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(failure.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail sameMoment(OptimisticLockingFailureException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Somebody else changed this at the same moment; look at it and try again.");
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownAccount failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(failure.getMessage()));
    }

    private static ProblemDetail field(String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setProperty("errors", List.of(Map.of("pointer", "/" + name, "detail", detail)));
        return problem;
    }
}
