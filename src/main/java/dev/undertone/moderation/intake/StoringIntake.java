package dev.undertone.moderation.intake;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.submissions.Arrivals;
import dev.undertone.moderation.submissions.Assessed;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes submissions in: the model reads outside of any transaction, so that none is open for as long as that takes. */
@Component
class StoringIntake implements Intake {

    private static final Logger LOG = LoggerFactory.getLogger(StoringIntake.class);

    /** Each loss of a race means that somebody else has stored something, so a few attempts end them all. */
    private static final int ATTEMPTS = 5;

    private final Assessor assessor;
    private final Arrivals arrivals;

    StoringIntake(Assessor assessor, Arrivals arrivals) {
        this.assessor = assessor;
        this.arrivals = arrivals;
    }

    @Override
    public Receipt submit(NewSubmission submission, Actor by) {
        return submitAll(List.of(submission), by).get(0);
    }

    @Override
    public List<Receipt> submitAll(List<NewSubmission> submissions, Actor by) {
        Tally tally = new Tally(submissions);
        tally.alreadyStored(arrivals.known(tally.keys()));
        List<Assessed> assessed = assessor.assess(tally.open());
        for (int attempt = 1; !assessed.isEmpty(); attempt++) {
            try {
                tally.created(assessed, store(assessed, by));
                assessed = List.of();
            } catch (DataIntegrityViolationException | ConcurrencyFailureException lost) {
                if (attempt == ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw lost;
                }
                // Somebody was faster with one of these; what they stored is the answer, the rest is tried again.
                tally.alreadyStored(arrivals.known(tally.keys()));
                assessed = assessed.stream()
                        .filter(one -> tally.isOpen(one.submission()))
                        .toList();
            }
        }
        return tally.receipts();
    }

    private List<SubmissionDetails> store(List<Assessed> assessed, Actor by) {
        try {
            return arrivals.store(assessed, by, true);
        } catch (Arrivals.ShadowsFailed failure) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw failure;
            }
            LOG.error("Stored without what the shadow policies would have done", failure);
            return arrivals.store(assessed, by, false);
        }
    }
}
