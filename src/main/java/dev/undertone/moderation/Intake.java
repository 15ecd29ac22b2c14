package dev.undertone.moderation;

import dev.undertone.audit.Actor;
import java.util.List;

/** The way in: classifies, judges, stores and announces in one go. */
public interface Intake {

    /** Takes one submission, or finds the stored one of the same channel and external id. */
    Receipt submit(NewSubmission submission, Actor by);

    /**
     * Takes many in one transaction; the answer has one receipt for each, in order.
     *
     * @param submissions at most 1,000
     */
    List<Receipt> submitAll(List<NewSubmission> submissions, Actor by);

    /**
     * What became of a submission.
     *
     * @param submission as it is stored
     * @param created whether it was new
     */
    record Receipt(SubmissionDetails submission, boolean created) {}
}
