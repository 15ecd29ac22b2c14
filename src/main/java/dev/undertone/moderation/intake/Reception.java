package dev.undertone.moderation.intake;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.submissions.SubmissionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes in what arrives by request, within what the service can do at the same time. */
@Component
public class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Intake intake;
    private final Admission admission;
    private final EqualRequests equals;
    private final ModerationSettings settings;

    Reception(Intake intake, Admission admission, EqualRequests equals, ModerationSettings settings) {
        this.intake = intake;
        this.admission = admission;
        this.equals = equals;
        this.settings = settings;
    }

    /** Why nothing more can be taken in at this moment; empty if it can. */
    public Optional<IntakeBusy> refusal() {
        return admission.refusal();
    }

    /**
     * Takes one submission in, or finds the stored one.
     *
     * @throws IntakeBusy if there is too much work already
     */
    public Receipt submit(NewSubmission submission, Actor by) {
        return SubmissionKey.of(submission)
                .map(key -> equals.once(key, () -> admitted(submission, by)))
                .orElseGet(() -> admitted(submission, by));
    }

    private Receipt admitted(NewSubmission submission, Actor by) {
        return admission.within(() -> intake.submit(submission, by));
    }

    /**
     * Takes many in, chunk by chunk. What has been stored stays stored when the database fails afterwards.
     *
     * @return the receipts of those that were stored: all, or as many as the database took
     * @throws IntakeBusy if there is too much work already
     */
    public List<Receipt> submitAll(List<NewSubmission> submissions, Actor by) {
        return admission.within(() -> inChunks(submissions, by));
    }

    private List<Receipt> inChunks(List<NewSubmission> submissions, Actor by) {
        List<Receipt> receipts = new ArrayList<>(submissions.size());
        for (int from = 0; from < submissions.size(); from += settings.chunk()) {
            int to = Math.min(from + settings.chunk(), submissions.size());
            try {
                receipts.addAll(intake.submitAll(submissions.subList(from, to), by));
            } catch (DataAccessException | TransactionException failure) {
                if (receipts.isEmpty()) {
                    throw failure;
                }
                LOG.error("Only {} of {} submissions of a batch were stored", from, submissions.size(), failure);
                return receipts;
            }
        }
        return receipts;
    }
}
