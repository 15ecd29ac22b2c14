package dev.undertone.moderation.web;

import dev.undertone.account.Caller;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StorableText;
import dev.undertone.moderation.erasure.AuthorErasure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code DELETE /api/v1/authors/{ref}}. */
@RestController
@Tag(name = "authors")
class AuthorController {

    private final AuthorErasure erasure;

    AuthorController(AuthorErasure erasure) {
        this.erasure = erasure;
    }

    @DeleteMapping(path = "/api/v1/authors/{ref}", produces = "application/json")
    @Operation(
            summary = "Erases an author",
            description = "Removes text, context, author and external id of all submissions of the author, and what"
                    + " people wrote about them, from all tables and files; scores, verdicts and decisions stay. The"
                    + " answer is a receipt that does not name the author. An author of whom nothing is kept is"
                    + " answered in the same way, with zeros. The author goes into the path URL-encoded, slashes too.")
    ErasureBody erase(@PathVariable String ref, Caller caller) {
        if (ref.isBlank() || ref.length() > NewSubmission.LONGEST_NAME) {
            throw refused("An author has 1 to " + NewSubmission.LONGEST_NAME
                    + " characters, not all of them spaces; this has " + ref.length() + ".");
        }
        if (StorableText.isUnfitForNames(ref)) {
            throw refused("No author has a control character or half a character; is it URL-encoded as UTF-8?");
        }
        return ErasureBody.of(erasure.erase(ref, caller.actor()));
    }

    private static ErrorResponseException refused(String detail) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }
}
