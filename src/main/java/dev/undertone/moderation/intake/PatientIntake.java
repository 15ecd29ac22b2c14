package dev.undertone.moderation.intake;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.submissions.Arrivals;
import dev.undertone.moderation.submissions.Assessed;
import dev.undertone.moderation.submissions.Assessment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in what can wait: as the other intake does, but not while the model is away. */
@Component
class PatientIntake implements BulkIntake {

    private static final Logger LOG = LoggerFactory.getLogger(PatientIntake.class);

    /** Each loss of a race means that somebody else has stored something, so a few attempts end them all. */
    private static final int ATTEMPTS = 5;

    private final Assessor assessor;
    private final Arrivals arrivals;
    private final TransactionOperations transactions;

    PatientIntake(Assessor assessor, Arrivals arrivals, TransactionOperations transactions) {
        this.assessor = assessor;
        this.arrivals = arrivals;
        this.transactions = transactions;
    }

    @Override
    public List<Receipt> submitAll(
            List<NewSubmission> submissions, Actor by, Consumer<List<Receipt>> alongside) {
        // What has been read stays read when a race is lost; equal submissions are read alike.
        Map<NewSubmission, Assessment> read = new HashMap<>();
        for (int attempt = 1; ; attempt++) {
            Tally tally = new Tally(submissions);
            tally.alreadyStored(arrivals.known(tally.keys()));
            List<NewSubmission> unread =
                    tally.open().stream().filter(one -> !read.containsKey(one)).toList();
            assessor.assessUnlessAway(unread).forEach(one -> read.put(one.submission(), one.assessment()));
            List<Assessed> assessed = tally.open().stream()
                    .map(one -> new Assessed(one, Objects.requireNonNull(read.get(one))))
                    .toList();
            try {
                return store(tally, assessed, by, alongside);
            } catch (DataIntegrityViolationException | ConcurrencyFailureException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    private List<Receipt> store(
            Tally tally, List<Assessed> assessed, Actor by, Consumer<List<Receipt>> alongside) {
        try {
            return store(tally, assessed, by, alongside, true);
        } catch (Arrivals.ShadowsFailed failure) {
            LOG.error("Stored without what the shadow policies would have done", failure);
            return store(tally, assessed, by, alongside, false);
        }
    }

    private List<Receipt> store(
            Tally tally, List<Assessed> assessed, Actor by, Consumer<List<Receipt>> alongside, boolean shadows) {
        return Objects.requireNonNull(transactions.execute(running -> {
            if (!assessed.isEmpty()) {
                tally.created(assessed, arrivals.store(assessed, by, shadows));
            }
            List<Receipt> receipts = tally.receipts();
            alongside.accept(receipts);
            return receipts;
        }));
    }
}
