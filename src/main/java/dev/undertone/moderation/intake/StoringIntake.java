package dev.undertone.moderation.intake;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.submissions.Arrivals;
import dev.undertone.moderation.submissions.Assessed;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes submissions in: the model reads outside of any transaction, so that none is open for as long as that takes. */
@Component
class StoringIntake implements Intake, BulkIntake {

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
        Tally tally = begin(submissions);
        List<Assessed> assessed = assessor.assess(tally.open());
        // What is stored already needs no transaction.
        return assessed.isEmpty() ? tally.receipts() : take(tally, assessed, by, receipts -> {});
    }

    @Override
    public List<Receipt> submitAll(List<NewSubmission> submissions, Actor by, Consumer<List<Receipt>> alongside) {
        Tally tally = begin(submissions);
        return take(tally, assessor.assessOrRefuse(tally.open()), by, alongside);
    }

    private Tally begin(List<NewSubmission> submissions) {
        Tally tally = new Tally(submissions);
        tally.alreadyStored(arrivals.known(tally.keys()));
        return tally;
    }

    private List<Receipt> take(Tally tally, List<Assessed> assessed, Actor by, Consumer<List<Receipt>> alongside) {
        List<Assessed> open = assessed;
        for (int attempt = 1; ; attempt++) {
            try {
                return store(tally, open, by, alongside);
            } catch (DataIntegrityViolationException | ConcurrencyFailureException lost) {
                if (attempt == ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw lost;
                }
                // Somebody was faster with one of these; what they stored is the answer, the rest is tried again.
                tally.alreadyStored(arrivals.known(tally.keys()));
                open = assessed.stream()
                        .filter(one -> tally.isOpen(one.submission()))
                        .toList();
            }
        }
    }

    private List<Receipt> store(Tally tally, List<Assessed> open, Actor by, Consumer<List<Receipt>> alongside) {
        Arrivals.Alongside within = stored -> alongside.accept(tally.receipts(open, stored));
        try {
            return tally.receipts(open, arrivals.store(open, by, within));
        } catch (Arrivals.ShadowsFailed failure) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw failure;
            }
            LOG.error("Stored without what the shadow policies would have done", failure);
            return tally.receipts(open, arrivals.storeWithoutShadows(open, by, within));
        }
    }
}
