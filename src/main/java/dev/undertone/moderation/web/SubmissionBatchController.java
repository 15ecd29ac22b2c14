package dev.undertone.moderation.web;

import dev.undertone.account.Caller;
import dev.undertone.moderation.intake.Reception;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/submissions/batch}. */
@RestController
@Tag(name = "submissions")
class SubmissionBatchController {

    private static final String SOON = "1";

    private final Reception reception;

    SubmissionBatchController(Reception reception) {
        this.reception = reception;
    }

    @PostMapping(path = "/api/v1/submissions/batch", consumes = "application/json", produces = "application/json")
    @Operation(
            summary = "Takes up to 1,000 submissions",
            description = "Each is checked, judged and stored on its own; the results are in the order of the"
                    + " submissions, each with the status that it would have been answered with alone.")
    ResponseEntity<BatchAnswer> submit(@RequestBody BatchRequest request, Caller caller) {
        SubmissionBatch batch = SubmissionBatch.of(request.submissions());
        List<SubmissionBatch.Result> results = batch.results(reception.submitAll(batch.acceptable(), caller.actor()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (results.stream().anyMatch(result -> result.status() == HttpStatus.SERVICE_UNAVAILABLE.value())) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.body(new BatchAnswer(results));
    }

    /**
     * The body of the request.
     *
     * @param submissions 1 to 1,000
     */
    record BatchRequest(@Nullable List<@Nullable SubmissionRequest> submissions) {}

    /**
     * The body of the answer.
     *
     * @param results one for each submission, in order
     */
    record BatchAnswer(List<SubmissionBatch.Result> results) {}
}
