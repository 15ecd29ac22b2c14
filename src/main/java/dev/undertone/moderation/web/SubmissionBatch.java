package dev.undertone.moderation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.NewSubmission;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * The submissions of one request, each with what it can be taken in as or with what is wrong with it.
 *
 * @param entries in the order of the request
 */
record SubmissionBatch(List<Entry> entries) {

    static final int MAX = 1_000;

    private static final String NOT_STORED = "The database failed before this one was stored; send it again.";

    static SubmissionBatch of(@Nullable List<@Nullable SubmissionRequest> submissions) {
        if (submissions == null || submissions.isEmpty()) {
            throw SubmissionRefused.unprocessable(
                    "/submissions", "/submissions is empty; send 1 to " + MAX + " of them.");
        }
        if (submissions.size() > MAX) {
            throw SubmissionRefused.unprocessable(
                    "/submissions",
                    String.format(
                            Locale.ROOT,
                            "/submissions has %,d elements; at most %,d are taken at once. Nothing was stored.",
                            submissions.size(),
                            MAX));
        }
        List<Entry> entries = new ArrayList<>(submissions.size());
        for (SubmissionRequest each : submissions) {
            entries.add(Entry.of(each, "/submissions/" + entries.size()));
        }
        return new SubmissionBatch(entries);
    }

    List<NewSubmission> acceptable() {
        return entries.stream().flatMap(entry -> entry.submission.stream()).toList();
    }

    /**
     * The result of each entry.
     *
     * @param receipts of the acceptable ones; the last of them lack one if they could not be stored
     */
    List<Result> results(List<Receipt> receipts) {
        Iterator<Receipt> next = receipts.iterator();
        return entries.stream()
                .map(entry -> entry.submission.isEmpty()
                        ? Result.of(entry.problem.orElseThrow())
                        : next.hasNext() ? Result.of(next.next()) : Result.of(notStored()))
                .toList();
    }

    private static ProblemDetail notStored() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, NOT_STORED);
    }

    /**
     * One of the batch; exactly one of the two is there.
     *
     * @param submission what it can be taken in as
     * @param problem what is wrong with it
     */
    record Entry(Optional<NewSubmission> submission, Optional<ProblemDetail> problem) {

        static Entry of(@Nullable SubmissionRequest request, String pointer) {
            try {
                if (request == null) {
                    throw SubmissionRefused.unprocessable(pointer, pointer + " is null, expected an object.");
                }
                return new Entry(Optional.of(request.checked(pointer)), Optional.empty());
            } catch (SubmissionRefused refused) {
                return new Entry(Optional.empty(), Optional.of(refused.getBody()));
            }
        }
    }

    /**
     * What became of one of the batch.
     *
     * @param status what a request for it alone would have been answered with
     * @param submission as that request would have been answered; absent if it was not stored
     * @param problem why it was not; absent if it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            int status,
            @Nullable SubmissionAnswer submission,
            @Nullable ProblemDetail problem) {

        static Result of(Receipt receipt) {
            HttpStatus status = receipt.created() ? HttpStatus.CREATED : HttpStatus.OK;
            return new Result(status.value(), SubmissionAnswer.of(receipt.submission()), null);
        }

        static Result of(ProblemDetail problem) {
            return new Result(problem.getStatus(), null, problem);
        }
    }
}
